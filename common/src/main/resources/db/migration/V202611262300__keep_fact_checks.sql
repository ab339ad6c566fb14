-- What fact-checkers' pages say of themselves in ClaimReview (schema.org), and the claims that it may be about.

create sequence fact_check_seq increment by 50;
create table fact_check (
  id                 bigint primary key default nextval('fact_check_seq'),
  article_version_id bigint not null references article_version on delete cascade,
  position           integer not null check (position >= 0),
  -- What was checked, in the checker's words, and who is said to have said it.
  claim              text not null check (claim <> ''),
  claimant           text check (claimant <> ''),
  rating             text check (rating <> ''),
  reviewer           text check (reviewer <> ''),
  search             tsvector not null generated always as (to_tsvector('simple', claim)) stored,
  unique (article_version_id, position)
);
create index fact_check_search on fact_check using gin (search);

create sequence fact_check_link_seq increment by 50;
create table fact_check_link (
  id            bigint primary key default nextval('fact_check_link_seq'),
  fact_check_id bigint not null references fact_check on delete cascade,
  claim_id      bigint not null references claim on delete cascade,
  -- The claim says the opposite of what was checked.
  opposite      boolean not null,
  confidence    real not null check (confidence between 0 and 1),
  unique (fact_check_id, claim_id)
);
create index fact_check_link_claim on fact_check_link (claim_id);

-- A team's word on a link: kept by article, words and claim, and so it outlives new versions and new analyses.
create sequence fact_check_review_seq increment by 50;
create table fact_check_review (
  id          bigint primary key default nextval('fact_check_review_seq'),
  team_id     bigint not null references team on delete cascade,
  account_id  bigint not null references account,
  article_id  bigint not null references article on delete cascade,
  claim_id    bigint not null references claim on delete cascade,
  checked     text not null,
  verdict     text not null check (verdict in ('ACCEPTED', 'REJECTED')),
  reviewed_at timestamptz not null,
  unique (team_id, article_id, claim_id, checked)
);
create index fact_check_review_claim on fact_check_review (claim_id);
create index fact_check_review_account on fact_check_review (account_id);
call protect_team_table('fact_check_review', untold => '{checked}');
