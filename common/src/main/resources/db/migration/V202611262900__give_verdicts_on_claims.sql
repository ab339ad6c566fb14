-- What a team says of a claim after it checked it, to be read by others as ClaimReview (schema.org). Each change is a row of
-- its own: the newest that was not taken back counts, the rest is its history.

create sequence claim_verdict_seq increment by 50;
create table claim_verdict (
  id               bigint primary key default nextval('claim_verdict_seq'),
  team_id          bigint not null references team on delete cascade,
  claim_id         bigint not null references claim on delete cascade,
  -- The claim as it was worded when it was judged: no later wording slips under the verdict.
  words            text not null check (words <> ''),
  language         text,
  claimant         text check (claimant <> ''),
  claimant_person  boolean not null,
  rating           text not null check (rating <> ''),
  rating_value     integer not null check (rating_value between 1 and rating_best),
  rating_best      integer not null check (rating_best between 2 and 100),
  explanation      text not null,
  url              text not null check (url ~ '^https?://'),
  organisation     text not null check (organisation <> ''),
  organisation_url text check (organisation_url ~ '^https?://'),
  account_id       bigint not null references account,
  given_at         timestamptz not null,
  undone_by        bigint references account,
  undone_at        timestamptz,
  check (num_nulls(undone_by, undone_at) in (0, 2))
);
create index claim_verdict_team on claim_verdict (team_id, given_at desc, id desc);
create index claim_verdict_claim on claim_verdict (claim_id);
-- What quotes an article never stands in the audit log.
call protect_team_table('claim_verdict', untold => '{words, claimant, explanation}');

-- Whether anybody who has the address may read a team's verdicts; a closed address never opens again, its number is used up.
create sequence claim_review_feed_seq increment by 50;
create table claim_review_feed (
  id         bigint primary key default nextval('claim_review_feed_seq'),
  team_id    bigint not null unique references team on delete cascade,
  number     integer not null default 1 check (number > 0),
  open       boolean not null,
  account_id bigint not null references account,
  changed_at timestamptz not null
);
call protect_team_table('claim_review_feed');
