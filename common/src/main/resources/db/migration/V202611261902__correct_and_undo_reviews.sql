-- A review may say what a reading ought to be, field by field; it can be undone, and stays in the history all the same.

alter table review
  add column statement_form text check (statement_form in ('DIRECT', 'INDIRECT', 'MIXED')),
  add column corrected_start integer check (corrected_start >= 0),
  add column corrected_end integer,
  add column corrected_speaker text check (corrected_speaker <> ''),
  add column corrected_target text check (corrected_target <> ''),
  add column corrected_polarity text check (corrected_polarity in ('FAVOR', 'AGAINST', 'NEUTRAL')),
  add column corrected_claim_id bigint references claim on delete set null,
  add column undone_at timestamptz,
  add check (num_nulls(corrected_start, corrected_end) in (0, 2)
             and (corrected_start is null or corrected_start < corrected_end)),
  add check (num_nulls(corrected_target, corrected_polarity) in (0, 2));
create index review_evidence on review (team_id, article_version_id, content_start, content_end);
create index review_account on review (team_id, account_id, created_at desc);

-- What a person would rather not judge now.
create sequence review_skip_seq increment by 50;
create table review_skip (
  id                 bigint primary key default nextval('review_skip_seq'),
  team_id            bigint not null references team on delete cascade,
  account_id         bigint not null references account,
  article_version_id bigint not null references article_version on delete cascade,
  content_start      integer not null,
  content_end        integer not null,
  skipped_at         timestamptz not null,
  unique (team_id, account_id, article_version_id, content_start, content_end)
);
call protect_team_table('review_skip', audited => 'none');

-- Names and targets are an article's words, which no audit log may hold.
drop trigger audited on review;
create trigger audited after insert or update or delete on review for each row execute function
  note_change('all', 'statement_id', 'speaker_name', 'comment', 'corrected_speaker', 'corrected_target', 'corrected_claim_id');
