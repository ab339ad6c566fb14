-- What a feed suffers from is named, with its evidence, and kept from when it was first seen.
alter table feed
  add column trouble text check (trouble in (
    'BLOCKED', 'CONSENT_WALL', 'PAY_WALL', 'CERTIFICATE', 'UNKNOWN_HOST', 'UNREACHABLE', 'NOT_FOUND', 'GONE',
    'FORBIDDEN', 'SERVER_ERROR', 'ASKED_TOO_OFTEN', 'DISALLOWED', 'ROBOTS_UNREACHABLE', 'REDIRECT_LOOP', 'TOO_LARGE',
    'WEB_PAGE', 'UNREADABLE', 'NO_LINKS', 'STOPPED_YIELDING')),
  add column trouble_status integer,
  add column trouble_evidence text,
  add column trouble_since timestamptz,
  -- Stopped by a person: RETIRED too, so that nobody polls it.
  add column stopped_at timestamptz,
  -- What is known of the truth of the server's validators and of its clock.
  add column validators text check (validators in ('NONE', 'HONEST', 'RESTLESS', 'LYING')),
  add column validators_evidence text,
  add column validators_since timestamptz,
  add column validators_on_trial boolean not null default false,
  add column body_hash text,
  add column last_body_at timestamptz,
  add column clock_skew_seconds integer,
  add check ((trouble is null) = (trouble_since is null)),
  add check ((validators is null) = (validators_since is null));
create index feed_trouble on feed (trouble) where trouble is not null;

-- When a feed's entries come, by hour of the week in UTC; old weeks fade.
create table feed_rhythm (
  feed_id    bigint primary key references feed on delete cascade,
  entries    real[] not null check (cardinality(entries) = 168),
  hours_seen real not null check (hours_seen >= 0),
  updated_at timestamptz not null
);

-- WebSub: who tells us at once when a feed changes.
create table hub_subscription (
  feed_id       bigint primary key references feed on delete cascade,
  hub_url       text not null,
  topic_url     text not null,
  token         text not null unique,
  secret        text not null,
  state         text not null check (state in ('WANTED', 'REQUESTED', 'ACTIVE', 'DENIED', 'LAPSED', 'UNWANTED')),
  problem       text,
  requested_at  timestamptz,
  lease_until   timestamptz,
  last_push_at  timestamptz,
  missed        integer not null default 0 check (missed >= 0),
  next_step_at  timestamptz not null
);
create index hub_subscription_due on hub_subscription (next_step_at);

-- An outlet that is usually busy and says nothing: open until it speaks again.
create sequence outlet_silence_seq increment by 50;
create table outlet_silence (
  id             bigint primary key default nextval('outlet_silence_seq'),
  outlet_id      bigint not null references outlet on delete cascade,
  since          timestamptz not null,
  noticed_at     timestamptz not null,
  ended_at       timestamptz,
  usual_per_week real not null check (usual_per_week > 0),
  usual_since    real not null check (usual_since > 0),
  chance         double precision not null check (chance between 0 and 1),
  check (since <= noticed_at and (ended_at is null or noticed_at <= ended_at))
);
create unique index outlet_silence_open on outlet_silence (outlet_id) where ended_at is null;
create index outlet_silence_outlet on outlet_silence (outlet_id, since desc);

-- A host's queue: who finds the slot taken draws a ticket, and its requests' usual length spaces the tickets.
alter table host_slot
  add column taken_at       timestamptz,
  add column next_ticket_at timestamptz,
  add column pace_ms        integer not null default 0 check (pace_ms >= 0);

-- Requests under way over all replicas; a place whose replica died is free again when its time is over.
create table fetch_place (
  number      integer primary key,
  host        text,
  taken_until timestamptz not null
);
create index fetch_place_free on fetch_place (taken_until);
