-- What a team writes beside statements, claims and articles, for itself alone.

create sequence tag_seq increment by 50;
create table tag (
  id         bigint primary key default nextval('tag_seq'),
  team_id    bigint not null references team on delete cascade,
  name       text not null check (name <> '' and name = btrim(name)),
  created_by bigint not null references account,
  created_at timestamptz not null,
  unique (team_id, id)
);
create unique index tag_name on tag (team_id, lower(name));
call protect_team_table('tag');

-- A statement by its evidence, since a new analysis replaces its row.
create sequence tagging_seq increment by 50;
create table tagging (
  id                 bigint primary key default nextval('tagging_seq'),
  team_id            bigint not null,
  tag_id             bigint not null,
  article_id         bigint references article on delete cascade,
  claim_id           bigint references claim on delete cascade,
  article_version_id bigint references article_version on delete cascade,
  content_start      integer check (content_start >= 0),
  content_end        integer check (content_start < content_end),
  account_id         bigint not null references account,
  created_at         timestamptz not null,
  check (num_nonnulls(article_id, claim_id, article_version_id) = 1),
  check (num_nonnulls(article_version_id, content_start, content_end) in (0, 3)),
  unique nulls not distinct (tag_id, article_id, claim_id, article_version_id, content_start, content_end),
  foreign key (team_id, tag_id) references tag (team_id, id) on delete cascade
);
create index tagging_article on tagging (article_id);
create index tagging_claim on tagging (claim_id);
create index tagging_version on tagging (article_version_id);
call protect_team_table('tagging');

create sequence note_seq increment by 50;
create table note (
  id                 bigint primary key default nextval('note_seq'),
  team_id            bigint not null references team on delete cascade,
  body               text not null check (body <> ''),
  article_id         bigint references article on delete cascade,
  claim_id           bigint references claim on delete cascade,
  article_version_id bigint references article_version on delete cascade,
  content_start      integer check (content_start >= 0),
  content_end        integer check (content_start < content_end),
  account_id         bigint not null references account,
  created_at         timestamptz not null,
  check (num_nonnulls(article_id, claim_id, article_version_id) = 1),
  check (num_nonnulls(article_version_id, content_start, content_end) in (0, 3))
);
create index note_team on note (team_id, created_at desc);
create index note_article on note (article_id);
create index note_claim on note (claim_id);
create index note_version on note (article_version_id);
-- A note may quote the article, and the audit log never forgets.
call protect_team_table('note', untold => '{body}');
