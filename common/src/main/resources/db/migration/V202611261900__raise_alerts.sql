-- Alerts: what a monitor is watched for, what was raised, and where it goes.

create sequence alert_rule_seq increment by 50;
create table alert_rule (
  id          bigint primary key default nextval('alert_rule_seq'),
  team_id     bigint not null,
  monitor_id  bigint not null unique,
  kinds       text[] not null check (kinds <@ '{CONTRADICTION,REVERSAL,NEW_CLAIM,SPIKE,SILENCE}'),
  sensitivity text not null default 'MEDIUM' check (sensitivity in ('LOW', 'MEDIUM', 'HIGH')),
  -- A higher number makes the private feed's old addresses worthless.
  feed_number integer not null default 1 check (feed_number > 0),
  active      boolean not null default true,
  looked_to   timestamptz not null,
  created_at  timestamptz not null,
  unique (team_id, id),
  foreign key (team_id, monitor_id) references monitor (team_id, id) on delete cascade
);

create sequence alert_channel_seq increment by 50;
create table alert_channel (
  id          bigint primary key default nextval('alert_channel_seq'),
  team_id     bigint not null,
  rule_id     bigint not null,
  kind        text not null check (kind in ('EMAIL', 'WEBHOOK')),
  address     text not null check (address <> ''),
  -- Signs what a webhook is sent.
  secret      text,
  -- Between the two, on the clocks of the zone, nothing is sent; it is then sent as one.
  time_zone   text not null,
  quiet_from  time,
  quiet_to    time,
  failures    integer not null default 0 check (failures >= 0),
  stopped_at  timestamptz,
  stopped_why text,
  created_at  timestamptz not null,
  unique (rule_id, kind, address),
  unique (team_id, id),
  foreign key (team_id, rule_id) references alert_rule (team_id, id) on delete cascade,
  check ((quiet_from is null) = (quiet_to is null)),
  check ((stopped_at is null) = (stopped_why is null)),
  check ((kind = 'WEBHOOK') = (secret is not null))
);

create sequence alert_seq increment by 50;
create table alert (
  id        bigint primary key default nextval('alert_seq'),
  team_id   bigint not null,
  rule_id   bigint not null,
  kind      text not null check (kind in ('CONTRADICTION', 'REVERSAL', 'NEW_CLAIM', 'SPIKE', 'SILENCE')),
  headline  text not null,
  language  text,
  why       text not null,
  path      text not null,
  raised_at timestamptz not null,
  unique (team_id, id),
  foreign key (team_id, rule_id) references alert_rule (team_id, id) on delete cascade
);
create index alert_newest on alert (team_id, raised_at desc, id desc);

-- What has raised an alert raises no other of its kind: one for each story, and none for an article that is updated.
create table alert_key (
  team_id  bigint not null,
  rule_id  bigint not null,
  kind     text not null,
  key      text not null,
  alert_id bigint not null,
  primary key (rule_id, kind, key),
  foreign key (team_id, alert_id) references alert (team_id, id) on delete cascade
);
create index alert_key_alert on alert_key (alert_id);

-- What goes to a channel at once: one alert, or all that were held.
create sequence alert_notice_seq increment by 50;
create table alert_notice (
  id         bigint primary key default nextval('alert_notice_seq'),
  team_id    bigint not null,
  channel_id bigint not null,
  -- The same at every attempt, so that a receiver that got it twice can tell.
  token      text not null unique,
  state      text not null default 'PENDING' check (state in ('PENDING', 'SENT', 'FAILED')),
  attempts   integer not null default 0 check (attempts >= 0),
  answer     text,
  created_at timestamptz not null,
  settled_at timestamptz,
  unique (team_id, id),
  foreign key (team_id, channel_id) references alert_channel (team_id, id) on delete cascade
);
create index alert_notice_channel on alert_notice (channel_id);

create table alert_delivery (
  team_id    bigint not null,
  alert_id   bigint not null,
  channel_id bigint not null,
  due_at     timestamptz not null,
  notice_id  bigint references alert_notice on delete cascade,
  primary key (alert_id, channel_id),
  foreign key (team_id, alert_id) references alert (team_id, id) on delete cascade,
  foreign key (team_id, channel_id) references alert_channel (team_id, id) on delete cascade
);
create index alert_delivery_waiting on alert_delivery (due_at) where notice_id is null;
create index alert_delivery_channel on alert_delivery (channel_id);
create index alert_delivery_notice on alert_delivery (notice_id);

alter table mail_letter
  add column alert_notice_id bigint unique,
  add foreign key (team_id, alert_notice_id) references alert_notice (team_id, id) on delete cascade;

call protect_team_table('alert_rule', audited => 'people', rounds => true, untold => '{looked_to}');
call protect_team_table('alert_channel', audited => 'people', rounds => true, untold => '{secret}');
call protect_team_table('alert', audited => 'none');
call protect_team_table('alert_key', audited => 'none');
call protect_team_table('alert_notice', audited => 'none', rounds => true);
call protect_team_table('alert_delivery', audited => 'none', rounds => true);
