-- Each fetched page is kept as it came; texts are given up after an outlet's time, or when somebody asks for it.

-- The archived page ----------------------------------------------------------------------------------------------

create table archived_page (
  article_version_id bigint primary key references article_version on delete cascade,
  -- Where the WARC file lies in the archive.
  key              text not null unique,
  address          text not null,
  status           integer not null,
  content_type     text,
  content_encoding text,
  -- Of the body as received.
  payload_sha256   text not null check (payload_sha256 ~ '^[0-9a-f]{64}$'),
  payload_length   bigint not null check (payload_length >= 0),
  fetched_at       timestamptz not null,
  archived_at      timestamptz,
  -- The WARC file itself for as long as the archive cannot take it, and why it cannot.
  waiting          bytea,
  error            text,
  check (archived_at is null or waiting is null)
);
create index archived_page_waiting on archived_page (fetched_at) where waiting is not null;

-- A page whose row is gone, however it went, is deleted from the archive, as often as it takes.
create table archive_removal (
  key   text primary key,
  since timestamptz not null default now(),
  error text
);

create function remember_archive_removal() returns trigger language plpgsql as $$
begin
  insert into archive_removal (key) values (old.key) on conflict do nothing;
  return null;
end
$$;
create trigger archived_page_removed after delete on archived_page
  for each row execute function remember_archive_removal();

-- Giving texts up ------------------------------------------------------------------------------------------------

-- Days for which an outlet's texts are kept; null: for ever.
alter table outlet add column retention_days integer check (retention_days > 0);

-- The tombstone of retention: the article's texts are gone, and it is not fetched again.
alter table article add column expired_at timestamptz;

-- Who erased what, and when. Nothing is taken from it; what was erased is said by a hash of its address alone.
create sequence erasure_seq increment by 50;
create table erasure (
  id           bigint primary key default nextval('erasure_seq'),
  article_id   bigint not null,
  outlet_id    bigint not null,
  address_hash text not null check (address_hash ~ '^[0-9a-f]{64}$'),
  account_id   bigint not null,
  requested_by text not null,
  requested_at timestamptz not null,
  erased_at    timestamptz not null default now(),
  unique (article_id)
);
revoke update, delete, truncate on erasure from claimwatch_app;

-- The addresses under which an erased article would be announced again.
create table erased_address (
  outlet_id    bigint not null references outlet on delete cascade,
  address_hash text not null,
  primary key (outlet_id, address_hash)
);
