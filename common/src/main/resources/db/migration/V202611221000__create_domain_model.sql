-- The domain model of common/: what the outlets published, and what the machine reads in it.
-- Sequences step by 50 because Hibernate's pooled optimizer takes ids in blocks of 50.

alter default privileges grant select, insert, update, delete on tables to claimwatch_app;
alter default privileges grant usage, select on sequences to claimwatch_app;

-- outlet ---------------------------------------------------------------------------------------------------------

create sequence outlet_seq increment by 50;
create table outlet (
  id         bigint primary key default nextval('outlet_seq'),
  name       text not null check (name <> ''),
  home_url   text not null unique,
  country    text check (country ~ '^[A-Z]{2}$'),
  language   text,
  ownership  text check (ownership in ('STATE', 'PUBLIC', 'PRIVATE', 'AGENCY')),
  created_at timestamptz not null default now()
);

create sequence feed_seq increment by 50;
create table feed (
  id                   bigint primary key default nextval('feed_seq'),
  outlet_id            bigint not null references outlet on delete cascade,
  url                  text not null unique,
  kind                 text check (kind in ('RSS', 'RDF', 'ATOM', 'JSON', 'NEWS_SITEMAP', 'SITEMAP', 'SECTION_PAGE')),
  state                text not null default 'NEW' check (state in ('NEW', 'ACTIVE', 'FAILING', 'RETIRED')),
  next_poll_at         timestamptz not null default now(),
  next_poll_reason     text not null default 'just added',
  last_poll_at         timestamptz,
  last_success_at      timestamptz,
  last_new_entry_at    timestamptz,
  consecutive_failures integer not null default 0 check (consecutive_failures >= 0),
  last_error           text,
  etag                 text,
  last_modified        text,
  created_at           timestamptz not null default now()
);
create index feed_outlet on feed (outlet_id);
create index feed_due on feed (next_poll_at) where state <> 'RETIRED';

-- One request at a time per host, held across replicas: a fetch takes the next free slot of its host.
create table host_slot (
  host         text primary key,
  next_free_at timestamptz not null
);

-- article --------------------------------------------------------------------------------------------------------

create sequence article_seq increment by 50;
create table article (
  id              bigint primary key default nextval('article_seq'),
  outlet_id       bigint not null references outlet on delete cascade,
  url             text not null,
  announced_title text,
  announced_at    timestamptz,
  discovered_at   timestamptz not null default now(),
  fetch_state     text not null default 'PENDING'
                  check (fetch_state in ('PENDING', 'FETCHED', 'DISALLOWED', 'FAILED')),
  fetch_error     text,
  unique (outlet_id, url)
);
create index article_discovered on article (discovered_at desc);

create sequence article_version_seq increment by 50;
create table article_version (
  id               bigint primary key default nextval('article_version_seq'),
  article_id       bigint not null references article on delete cascade,
  number           integer not null check (number >= 1),
  title            text not null,
  text             text not null,
  language         text,
  authors          text[] not null default '{}',
  section          text,
  image_url        text,
  published_at     timestamptz,
  modified_at      timestamptz,
  fetched_at       timestamptz not null,
  content_hash     text not null,
  analysed_at      timestamptz,
  analysis_version text,
  unique (article_id, number),
  check ((analysed_at is null) = (analysis_version is null))
);
create index article_version_published on article_version (published_at desc);

-- actor ----------------------------------------------------------------------------------------------------------

create sequence actor_seq increment by 50;
create table actor (
  id          bigint primary key default nextval('actor_seq'),
  name        text not null check (name <> ''),
  kind        text not null check (kind in ('PERSON', 'ORGANISATION', 'GROUP')),
  affiliation text,
  created_at  timestamptz not null default now(),
  unique (name, kind)
);

create sequence actor_alias_seq increment by 50;
create table actor_alias (
  id       bigint primary key default nextval('actor_alias_seq'),
  actor_id bigint not null references actor on delete cascade,
  alias    text not null check (alias <> ''),
  unique (actor_id, alias)
);
create index actor_alias_alias on actor_alias (alias);

-- statement ------------------------------------------------------------------------------------------------------
-- Spans are Unicode code points of the version's text, [start, end).

create sequence statement_seq increment by 50;
create table statement (
  id                  bigint primary key default nextval('statement_seq'),
  article_version_id  bigint not null references article_version on delete cascade,
  ordinal             integer not null check (ordinal >= 0),
  speaker_id          bigint references actor,
  speaker_name        text not null check (speaker_name <> ''),
  speaker_kind        text not null check (speaker_kind in ('PERSON', 'ORGANISATION', 'GROUP', 'UNNAMED')),
  speaker_affiliation text,
  mention_start       integer,
  mention_end         integer,
  cue_start           integer,
  cue_end             integer,
  form                text not null check (form in ('DIRECT', 'INDIRECT', 'MIXED')),
  content             text not null check (content <> ''),
  confidence          real not null check (confidence between 0 and 1),
  check_worthy        real not null check (check_worthy between 0 and 1),
  search              tsvector not null
                      generated always as (to_tsvector('simple', speaker_name || ' ' || content)) stored,
  unique (article_version_id, ordinal),
  -- An unnamed speaker stays unnamed: never an actor.
  check ((speaker_kind = 'UNNAMED') = (speaker_id is null)),
  check (num_nulls(mention_start, mention_end) in (0, 2) and (mention_start is null or 0 <= mention_start and mention_start < mention_end)),
  check (num_nulls(cue_start, cue_end) in (0, 2) and (cue_start is null or 0 <= cue_start and cue_start < cue_end))
);
create index statement_speaker on statement (speaker_id);
create index statement_search on statement using gin (search);

create table statement_content_span (
  statement_id bigint not null references statement on delete cascade,
  ordinal      integer not null check (ordinal >= 0),
  span_start   integer not null check (span_start >= 0),
  span_end     integer not null,
  primary key (statement_id, ordinal),
  check (span_start < span_end)
);

create sequence attribution_hop_seq increment by 50;
create table attribution_hop (
  id           bigint primary key default nextval('attribution_hop_seq'),
  statement_id bigint not null references statement on delete cascade,
  position     integer not null check (position >= 0),
  kind         text not null check (kind in ('ACTOR', 'OUTLET')),
  name         text not null check (name <> ''),
  span_start   integer,
  span_end     integer,
  unique (statement_id, position),
  check (num_nulls(span_start, span_end) in (0, 2) and (span_start is null or 0 <= span_start and span_start < span_end))
);

create sequence stance_seq increment by 50;
create table stance (
  id                 bigint primary key default nextval('stance_seq'),
  article_version_id bigint not null references article_version on delete cascade,
  statement_id       bigint references statement on delete cascade,
  holder             text not null check (holder in ('SPEAKER', 'OUTLET')),
  target             text not null check (target <> ''),
  polarity           text not null check (polarity in ('FAVOR', 'AGAINST', 'NEUTRAL')),
  confidence         real not null check (confidence between 0 and 1),
  evidence_start     integer not null check (evidence_start >= 0),
  evidence_end       integer not null,
  check (evidence_start < evidence_end),
  -- A speaker's stance belongs to a statement, an outlet's never does: the two cannot leak into each other.
  check ((holder = 'SPEAKER') = (statement_id is not null))
);
create index stance_version on stance (article_version_id);
create index stance_statement on stance (statement_id);

-- claim ----------------------------------------------------------------------------------------------------------

create sequence claim_seq increment by 50;
create table claim (
  id           bigint primary key default nextval('claim_seq'),
  text         text not null check (text <> ''),
  language     text,
  check_worthy real not null check (check_worthy between 0 and 1),
  created_at   timestamptz not null default now(),
  search       tsvector not null generated always as (to_tsvector('simple', text)) stored
);
create index claim_created on claim (created_at desc);
create index claim_search on claim using gin (search);

create sequence claim_statement_seq increment by 50;
create table claim_statement (
  id           bigint primary key default nextval('claim_statement_seq'),
  claim_id     bigint not null references claim on delete cascade,
  statement_id bigint not null unique references statement on delete cascade,
  polarity     text not null check (polarity in ('ASSERTS', 'DENIES')),
  confidence   real not null check (confidence between 0 and 1)
);
create index claim_statement_claim on claim_statement (claim_id);

create sequence claim_relation_seq increment by 50;
create table claim_relation (
  id            bigint primary key default nextval('claim_relation_seq'),
  from_claim_id bigint not null references claim on delete cascade,
  to_claim_id   bigint not null references claim on delete cascade,
  kind          text not null check (kind in ('SAME_AS', 'CONTRADICTS', 'SUPPORTS', 'RETRACTS')),
  confidence    real not null check (confidence between 0 and 1),
  unique (from_claim_id, to_claim_id, kind),
  check (from_claim_id <> to_claim_id)
);
create index claim_relation_to on claim_relation (to_claim_id);

-- story ----------------------------------------------------------------------------------------------------------

create sequence story_seq increment by 50;
create table story (
  id         bigint primary key default nextval('story_seq'),
  title      text not null check (title <> ''),
  created_at timestamptz not null default now()
);
create index story_created on story (created_at desc);

create sequence story_article_seq increment by 50;
create table story_article (
  id         bigint primary key default nextval('story_article_seq'),
  story_id   bigint not null references story on delete cascade,
  article_id bigint not null unique references article on delete cascade,
  confidence real not null check (confidence between 0 and 1)
);
create index story_article_story on story_article (story_id);
