-- What belongs to people: accounts, teams, and what a team saves, reviews and receives. Entities live in web/.

create sequence account_seq increment by 50;
create table account (
  id           bigint primary key default nextval('account_seq'),
  subject      text not null unique,
  name         text not null check (name <> ''),
  email        text,
  time_zone    text not null default 'UTC',
  language     text not null default 'en',
  last_seen_at timestamptz not null default now()
);

create sequence team_seq increment by 50;
create table team (
  id         bigint primary key default nextval('team_seq'),
  slug       text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name       text not null check (name <> ''),
  created_at timestamptz not null default now()
);

create sequence membership_seq increment by 50;
create table membership (
  id         bigint primary key default nextval('membership_seq'),
  team_id    bigint not null references team on delete cascade,
  account_id bigint not null references account on delete cascade,
  role       text not null check (role in ('VIEWER', 'ANALYST', 'EDITOR', 'ADMIN')),
  unique (team_id, account_id)
);
create index membership_account on membership (account_id);

create sequence monitor_seq increment by 50;
create table monitor (
  id         bigint primary key default nextval('monitor_seq'),
  team_id    bigint not null references team on delete cascade,
  name       text not null check (name <> ''),
  query      text not null check (query <> ''),
  created_by bigint not null references account,
  created_at timestamptz not null default now(),
  unique (team_id, name),
  unique (team_id, id)
);

create sequence digest_seq increment by 50;
create table digest (
  id         bigint primary key default nextval('digest_seq'),
  team_id    bigint not null,
  monitor_id bigint not null,
  send_at    time not null,
  time_zone  text not null,
  language   text not null default 'en',
  recipients text[] not null check (cardinality(recipients) > 0),
  active     boolean not null default true,
  created_at timestamptz not null default now(),
  unique (monitor_id),
  unique (team_id, id),
  -- A digest reads a monitor of its own team only.
  foreign key (team_id, monitor_id) references monitor (team_id, id) on delete cascade
);

create sequence digest_issue_seq increment by 50;
create table digest_issue (
  id           bigint primary key default nextval('digest_issue_seq'),
  digest_id    bigint not null references digest on delete cascade,
  period_start timestamptz not null,
  period_end   timestamptz not null,
  state        text not null default 'PENDING' check (state in ('PENDING', 'SENT', 'QUIET', 'FAILED')),
  message_id   text not null unique,
  subject      text,
  claim_count  integer check (claim_count >= 0),
  sent_at      timestamptz,
  error        text,
  -- The ledger: one edition for each period, however often the task runs.
  unique (digest_id, period_start),
  check (period_start < period_end),
  check ((state = 'SENT') = (sent_at is not null))
);

create sequence review_seq increment by 50;
create table review (
  id            bigint primary key default nextval('review_seq'),
  team_id       bigint not null references team on delete cascade,
  account_id    bigint not null references account,
  -- What was reviewed, kept by its evidence: it outlives a new analysis, which replaces the statement's row.
  article_version_id bigint not null references article_version on delete cascade,
  statement_id  bigint references statement on delete set null,
  content_start integer not null check (content_start >= 0),
  content_end   integer not null,
  speaker_name  text not null,
  verdict       text not null check (verdict in ('ACCEPTED', 'CORRECTED', 'REJECTED')),
  comment       text,
  created_at    timestamptz not null default now(),
  check (content_start < content_end)
);
create index review_team on review (team_id, created_at desc);
create index review_version on review (article_version_id);
