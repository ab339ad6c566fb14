-- A round ends when it is closed, so that nobody who stops or comes late hides what the others read; what two people read is
-- compared for the span and the claim too, and the stance is asked toward a target that the round names.

alter table coding_round
  add column closed_at timestamptz,
  add column closed_by bigint references account;

-- Toward which the speaker's stance is asked; null where the reading takes none, so that it is asked in general.
alter table coding_item add column target text check (target <> '');

alter table coding
  -- Null in answers from before they were asked, and where there is no statement.
  add column content_start integer,
  add column content_end integer,
  -- A claim's number, or NONE: what was answered stays an answer when claims are merged or go.
  add column claim text check (claim = 'NONE' or claim ~ '^[0-9]+$'),
  add check (num_nulls(content_start, content_end) in (0, 2)
             and (content_start is null or (0 <= content_start and content_start < content_end)));
