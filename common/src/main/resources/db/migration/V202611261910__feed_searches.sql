-- Any query as a private feed: a person's addresses carry this number, so that a higher one makes the old ones worthless.
alter table account add column feed_number integer not null default 1 check (feed_number > 0);

-- A feed asks for what arrived last, whenever it was published.
create index article_version_fetched on article_version (fetched_at desc);
