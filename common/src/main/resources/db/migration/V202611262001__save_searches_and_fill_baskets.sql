-- What a person or a team wants to ask again, and what a person has put aside.

create sequence saved_search_seq increment by 50;
create table saved_search (
  id         bigint primary key default nextval('saved_search_seq'),
  team_id    bigint not null references team on delete cascade,
  -- Whose it is alone; null for the whole team's.
  owner_id   bigint references account on delete cascade,
  name       text not null check (name <> ''),
  query      text not null,
  -- As what its matches are shown and of which period, as the page's address says it.
  view       text not null default '',
  created_by bigint not null references account,
  created_at timestamptz not null default now(),
  unique nulls not distinct (team_id, owner_id, name)
);
call protect_team_table('saved_search');

create sequence basket_item_seq increment by 50;
create table basket_item (
  id                 bigint primary key default nextval('basket_item_seq'),
  team_id            bigint not null references team on delete cascade,
  account_id         bigint not null references account on delete cascade,
  -- Kept by its evidence, as a review is: it outlives a new analysis, which replaces the statement's row.
  article_version_id bigint not null references article_version on delete cascade,
  content_start      integer not null check (content_start >= 0),
  content_end        integer not null,
  added_at           timestamptz not null default now(),
  unique (team_id, account_id, article_version_id, content_start, content_end),
  check (content_start < content_end)
);
create index basket_item_version on basket_item (article_version_id);
-- A tick more or less is nobody's business.
call protect_team_table('basket_item', audited => 'none');
