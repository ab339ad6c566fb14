-- The words of all rows that one SQL command changed are stored by one command, not row by row. A trigger that sees such
-- sets of rows stands for one event and no column, so whether words changed at all is asked here.
drop trigger statement_words_kept on statement;
drop trigger statement_words_kept on claim_statement;
drop trigger statement_words_kept on claim;
drop trigger article_version_words_kept on article_version;
drop function keep_statement_words();
drop function keep_article_version_words();

create function keep_words_of_new_statements() returns trigger language plpgsql as $$
begin
  perform store_statement_words(array(select id from now_there));
  return null;
end
$$;
create trigger statement_words_kept after insert on statement
  referencing new table as now_there
  for each statement execute function keep_words_of_new_statements();

create function keep_words_of_changed_statements() returns trigger language plpgsql as $$
begin
  perform store_statement_words(array(
    select id from now_there n where not exists (
      select from before b where b.id = n.id and b.speaker_name = n.speaker_name and b.content = n.content)));
  return null;
end
$$;
create trigger statement_words_kept_changed after update on statement
  referencing old table as before new table as now_there
  for each statement execute function keep_words_of_changed_statements();

create function keep_words_of_new_claim_statements() returns trigger language plpgsql as $$
begin
  perform store_statement_words(array(select statement_id from now_there));
  return null;
end
$$;
create trigger statement_words_kept after insert on claim_statement
  referencing new table as now_there
  for each statement execute function keep_words_of_new_claim_statements();

create function keep_words_of_changed_claim_statements() returns trigger language plpgsql as $$
begin
  perform store_statement_words(array(
    select n.statement_id from now_there n where not exists (
      select from before b where b.id = n.id and b.statement_id = n.statement_id and b.claim_id = n.claim_id)
    union
    select b.statement_id from before b where not exists (
      select from now_there n where n.id = b.id and n.statement_id = b.statement_id)));
  return null;
end
$$;
create trigger statement_words_kept_changed after update on claim_statement
  referencing old table as before new table as now_there
  for each statement execute function keep_words_of_changed_claim_statements();

-- Of a statement that is gone with its claim nothing is stored: the statement is looked for again.
create function keep_words_of_old_claim_statements() returns trigger language plpgsql as $$
begin
  perform store_statement_words(array(select statement_id from before));
  return null;
end
$$;
create trigger statement_words_kept_deleted after delete on claim_statement
  referencing old table as before
  for each statement execute function keep_words_of_old_claim_statements();

create function keep_words_of_changed_claims() returns trigger language plpgsql as $$
begin
  perform store_statement_words(array(
    select cs.statement_id from claim_statement cs join now_there n on n.id = cs.claim_id
    where not exists (select from before b where b.id = n.id and b.text = n.text)));
  return null;
end
$$;
create trigger statement_words_kept_changed after update on claim
  referencing old table as before new table as now_there
  for each statement execute function keep_words_of_changed_claims();

create function keep_words_of_new_article_versions() returns trigger language plpgsql as $$
begin
  perform store_article_version_words(array(select id from now_there));
  return null;
end
$$;
create trigger article_version_words_kept after insert on article_version
  referencing new table as now_there
  for each statement execute function keep_words_of_new_article_versions();

create function keep_words_of_changed_article_versions() returns trigger language plpgsql as $$
begin
  perform store_article_version_words(array(
    select id from now_there n where not exists (
      select from before b where b.id = n.id and b.title = n.title and b.text = n.text
        and b.section is not distinct from n.section)));
  return null;
end
$$;
create trigger article_version_words_kept_changed after update on article_version
  referencing old table as before new table as now_there
  for each statement execute function keep_words_of_changed_article_versions();
