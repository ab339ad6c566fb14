-- An article may go on on further pages: those read so far outlast the wait for the next, and all are kept as evidence.

-- The pages of an article that is being read; gone once its text is stored.
create table page_under_way (
  article_id       bigint not null references article on delete cascade,
  number           integer not null check (number between 1 and 100),
  -- The file of the archive that all pages will be in.
  key              text not null,
  address          text not null,
  status           integer not null,
  content_type     text,
  content_encoding text,
  payload_sha256   text not null check (payload_sha256 ~ '^[0-9a-f]{64}$'),
  payload_length   bigint not null check (payload_length >= 0),
  fetched_at       timestamptz not null,
  warc             bytea not null,
  primary key (article_id, number)
);
create index page_under_way_fetched on page_under_way (fetched_at);

-- What comes after the first page; the bytes are in the same file of the archive, in this order.
create table archived_following_page (
  article_version_id bigint not null references archived_page on delete cascade,
  number           integer not null check (number between 2 and 100),
  address          text not null,
  status           integer not null,
  content_type     text,
  content_encoding text,
  payload_sha256   text not null check (payload_sha256 ~ '^[0-9a-f]{64}$'),
  payload_length   bigint not null check (payload_length >= 0),
  fetched_at       timestamptz not null,
  primary key (article_version_id, number)
);

-- Why the text ends before the article does, where a page of it could not be read.
alter table archived_page add column ends_early text;

-- A file is announced here before it is written, and struck out when a version refers to it: what a crash leaves behind
-- is deleted once its time has come.
comment on column archive_removal.since is 'not deleted before this time';
