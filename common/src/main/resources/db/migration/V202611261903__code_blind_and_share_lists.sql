-- Two people or more read the same passages without seeing each other's readings, so that their agreement means something.

create sequence coding_round_seq increment by 50;
create table coding_round (
  id         bigint primary key default nextval('coding_round_seq'),
  team_id    bigint not null references team on delete cascade,
  name       text not null check (name <> ''),
  created_by bigint not null references account,
  created_at timestamptz not null,
  unique (team_id, name),
  unique (team_id, id)
);
call protect_team_table('coding_round');

create sequence coding_item_seq increment by 50;
create table coding_item (
  id                 bigint primary key default nextval('coding_item_seq'),
  team_id            bigint not null,
  round_id           bigint not null,
  article_version_id bigint not null references article_version on delete cascade,
  content_start      integer not null check (content_start >= 0),
  content_end        integer not null,
  check (content_start < content_end),
  unique (round_id, article_version_id, content_start, content_end),
  unique (team_id, id),
  foreign key (team_id, round_id) references coding_round (team_id, id) on delete cascade
);
call protect_team_table('coding_item', audited => 'none');

create sequence coding_seq increment by 50;
create table coding (
  id         bigint primary key default nextval('coding_seq'),
  team_id    bigint not null,
  item_id    bigint not null,
  account_id bigint not null references account,
  form       text not null check (form in ('DIRECT', 'INDIRECT', 'MIXED', 'NONE')),
  speaker    text not null,
  polarity   text not null check (polarity in ('FAVOR', 'AGAINST', 'NEUTRAL', 'NONE')),
  coded_at   timestamptz not null,
  unique (item_id, account_id),
  foreign key (team_id, item_id) references coding_item (team_id, id) on delete cascade
);
call protect_team_table('coding', untold => '{speaker}');

-- A read-only list for whoever holds its link: what it shows is fixed here, not in the address.
create sequence share_link_seq increment by 50;
create table share_link (
  id         bigint primary key default nextval('share_link_seq'),
  team_id    bigint not null references team on delete cascade,
  name       text not null check (name <> ''),
  query      text not null check (query <> ''),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_by bigint not null references account,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  check (created_at < expires_at)
);
create index share_link_team on share_link (team_id, created_at desc);
call protect_team_table('share_link', untold => '{token_hash}');
create policy by_token on share_link for select using (token_hash = claimwatch_token());
