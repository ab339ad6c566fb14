-- Digests in any rhythm, of several monitors, to a team or to one person; each recipient's copy is a row of its own.

-- Signs what leaves the house and comes back: the addresses that stop a mail, those that bounces come to, private feeds.
create table mail_key (
  only_one boolean primary key default true check (only_one),
  key      bytea not null
);
insert into mail_key (key)
values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

alter table digest
  -- Null for the team's; else the member to whom alone it goes.
  add column account_id bigint references account on delete cascade,
  -- HOURLY: at the minute of send_at; TIMES: at send_at and also_at, on the days.
  add column rhythm   text not null default 'TIMES' check (rhythm in ('HOURLY', 'TIMES')),
  add column also_at  time[] not null default '{}',
  -- ISO: 1 is Monday.
  add column days     smallint[] not null default '{1,2,3,4,5,6,7}'
             check (cardinality(days) > 0 and days <@ '{1,2,3,4,5,6,7}'),
  add column on_quiet text not null default 'SKIP' check (on_quiet in ('SKIP', 'SAY'));
alter table digest drop constraint digest_monitor_id_key;
create unique index digest_of_team on digest (monitor_id) where account_id is null;
create unique index digest_of_person on digest (monitor_id, account_id) where account_id is not null;

-- What a digest reads beside its first monitor.
create table digest_monitor (
  team_id    bigint not null,
  digest_id  bigint not null,
  monitor_id bigint not null,
  primary key (digest_id, monitor_id),
  foreign key (team_id, digest_id) references digest (team_id, id) on delete cascade,
  foreign key (team_id, monitor_id) references monitor (team_id, id) on delete cascade
);
create index digest_monitor_monitor on digest_monitor (monitor_id);

-- What a digest has told: periods overlap a little where they are read, so that nothing falls between two of them, and
-- this keeps it from being told twice.
alter table digest_issue add unique (team_id, id);
create table digest_told (
  team_id         bigint not null,
  digest_id       bigint not null,
  item            text not null,
  digest_issue_id bigint not null,
  primary key (digest_id, item),
  foreign key (team_id, digest_id) references digest (team_id, id) on delete cascade,
  foreign key (team_id, digest_issue_id) references digest_issue (team_id, id) on delete cascade
);
create index digest_told_issue on digest_told (digest_issue_id);

-- A mail as it was composed, once: every attempt and every recipient get the same, but for their own address to stop it.
create sequence mail_letter_seq increment by 50;
create table mail_letter (
  id              bigint primary key default nextval('mail_letter_seq'),
  team_id         bigint not null references team on delete cascade,
  digest_issue_id bigint unique,
  -- What one stops: all that comes under this name, such as digest-12.
  list            text not null check (list ~ '^[a-z]+-[0-9]+$'),
  -- The same in words.
  list_name       text not null,
  subject         text not null,
  text            text not null,
  html            text not null,
  created_at      timestamptz not null,
  unique (team_id, id),
  foreign key (team_id, digest_issue_id) references digest_issue (team_id, id) on delete cascade
);

-- The outbox: one row for each recipient, there before anything is sent.
create sequence mail_delivery_seq increment by 50;
create table mail_delivery (
  id          bigint primary key default nextval('mail_delivery_seq'),
  team_id     bigint not null,
  letter_id   bigint not null,
  address     text not null,
  message_id  text not null unique,
  -- WITHHELD: never sent, because the recipient had stopped it or the address had bounced too often.
  state       text not null default 'PENDING' check (state in ('PENDING', 'SENT', 'FAILED', 'WITHHELD')),
  attempts    integer not null default 0 check (attempts >= 0),
  -- What the mail server said last, or why nothing was sent.
  answer      text,
  settled_at  timestamptz,
  -- What came back later.
  bounced_at    timestamptz,
  bounce_status text,
  bounce_answer text,
  unique (letter_id, address),
  foreign key (team_id, letter_id) references mail_letter (team_id, id) on delete cascade,
  check ((state = 'PENDING') = (settled_at is null))
);
create index mail_delivery_team on mail_delivery (team_id);
create index mail_delivery_address on mail_delivery (lower(address)) where bounced_at is not null;

-- Whoever wants no more of a list; only the person takes it back.
create table mail_opt_out (
  team_id  bigint not null references team on delete cascade,
  list     text not null,
  address  text not null check (address = lower(address)),
  at       timestamptz not null,
  primary key (team_id, list, address)
);

-- An address that mail does not reach is nobody's secret and every team's trouble: it is kept once for the instance.
create table mail_address (
  address      text primary key check (address = lower(address)),
  hard_bounces integer not null default 0 check (hard_bounces >= 0),
  last_at      timestamptz not null,
  last_answer  text not null,
  stopped_at   timestamptz
);

call protect_team_table('digest_monitor');
call protect_team_table('digest_told', audited => 'none');
call protect_team_table('mail_letter', audited => 'none', rounds => true);
call protect_team_table('mail_delivery', audited => 'none', rounds => true);
call protect_team_table('mail_opt_out', audited => 'none');
