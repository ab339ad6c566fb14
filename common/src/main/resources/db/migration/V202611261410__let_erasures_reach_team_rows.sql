-- An erased article leaves no word of it, in a team's rows neither: where those may quote it, erasures reach them, and the
-- audit log, which nobody can change, never holds such words in the first place.
--   claimwatch.erasing  'on' within the transaction that removes a text wherever it was copied to

create function claimwatch_erasing() returns boolean language sql stable parallel safe
  return coalesce(current_setting('claimwatch.erasing', true), '') = 'on';

create policy erased on digest_issue using (claimwatch_erasing()) with check (claimwatch_erasing());

drop trigger audited on digest_issue;
create trigger audited after insert or update or delete on digest_issue
  for each row execute function note_change('people', 'subject', 'error');
drop trigger audited on review;
create trigger audited after insert or update or delete on review
  for each row execute function note_change('all', 'statement_id', 'speaker_name', 'comment');
