-- An article is looked at again while it is young, under whatever addresses it is announced; one that is taken away
-- later is marked, and its texts stay.

alter table article
  -- What the outlet said last time to recognise an unchanged page by.
  add column etag            text,
  add column last_modified   text,
  add column last_fetched_at timestamptz,
  -- Null: it is not looked at again.
  add column next_fetch_at   timestamptz,
  -- Looks after the first, those of them in a row that found nothing new, and those that made a version.
  add column looks           integer not null default 0 check (looks >= 0),
  add column unchanged_looks integer not null default 0 check (unchanged_looks >= 0),
  add column changed_looks   integer not null default 0 check (changed_looks >= 0),
  -- Since when the page cannot be found; withdrawn once that is sure.
  add column missing_since   timestamptz,
  add column withdrawn_at    timestamptz,
  add column withdrawn_reason text,
  add check ((withdrawn_at is null) = (withdrawn_reason is null));
create index article_next_fetch on article (next_fetch_at) where next_fetch_at is not null;
-- How often an outlet changes what it published is told from its newest articles.
create index article_outlet_discovered on article (outlet_id, discovered_at desc);

-- The names under which an outlet's article is known: addresses with all left out that may differ for one article.
-- Two replicas that meet one article at once meet in the primary key. The article may follow within the transaction.
create table article_address (
  outlet_id  bigint not null references outlet on delete cascade,
  address    text not null,
  article_id bigint not null references article on delete cascade deferrable initially deferred,
  primary key (outlet_id, address)
);
create index article_address_article on article_address (article_id);
