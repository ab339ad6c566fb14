-- What is found while somebody adds an outlet by its home page alone, kept as it is found.

create sequence outlet_search_seq increment by 50;
create table outlet_search (
  id         bigint primary key default nextval('outlet_search_seq'),
  address    text not null check (address <> ''),
  state      text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'FAILED')),
  home_url   text,
  name       text,
  language   text,
  country    text check (country ~ '^[A-Z]{2}$'),
  icon_url   text,
  problem    text,
  outlet_id  bigint references outlet on delete set null,
  adopts     boolean not null default false,
  started_at timestamptz not null default now(),
  ended_at   timestamptz,
  check ((state = 'RUNNING') = (ended_at is null))
);
create index outlet_search_outlet on outlet_search (outlet_id);

-- An address that may be a feed. Waiting ones are where a search goes on after an interruption.
create sequence feed_candidate_seq increment by 50;
create table feed_candidate (
  id           bigint primary key default nextval('feed_candidate_seq'),
  search_id    bigint not null references outlet_search on delete cascade,
  url          text not null,
  origin       text not null check (origin in
               ('HOME_PAGE', 'LINK_TAG', 'LINK', 'NEWS_SITEMAP', 'COMMON_PATH', 'SITEMAP', 'SECTION')),
  verdict      text not null default 'WAITING' check (verdict in ('WAITING', 'FEED', 'REFUSED')),
  reason       text,
  kind         text check (kind in ('RSS', 'RDF', 'ATOM', 'JSON', 'NEWS_SITEMAP', 'SITEMAP', 'SECTION_PAGE')),
  title        text,
  language     text,
  entries      integer not null default 0 check (entries >= 0),
  newest_at    timestamptz,
  entry_keys   bigint[] not null default '{}',
  entry_times  bigint[] not null default '{}',
  suggested    boolean not null default false,
  unique (search_id, url),
  check (verdict <> 'REFUSED' or reason is not null),
  check (verdict <> 'FEED' or kind is not null)
);

-- What a feed calls itself, and the address of an outlet's icon, which no page of ours loads.
alter table feed add column title text;
alter table outlet add column icon_url text;


-- A list of outlets that somebody has handed in, kept until its preview is confirmed.
create sequence outlet_import_seq increment by 50;
create table outlet_import (
  id          bigint primary key default nextval('outlet_import_seq'),
  file_name   text not null,
  content     bytea not null,
  uploaded_at timestamptz not null default now(),
  taken_at    timestamptz,
  outcome     text,
  check ((taken_at is null) = (outcome is null))
);
