-- When a text was published, as well as one can tell, and whether it is what its article says now: every page asks both of
-- every row, so they are kept with the row, where an index finds the days that a page is about.

alter table article_version
  -- Null only within the statement that inserts it.
  add column told_at    timestamptz,
  -- The newest analysed version of its article: a correction replaces what it corrects.
  add column is_current boolean not null default false;

update article_version v set
  told_at = coalesce(v.published_at, (select announced_at from article a where a.id = v.article_id), v.fetched_at),
  is_current = v.analysed_at is not null and not exists (
    select from article_version newer
    where newer.article_id = v.article_id and newer.number > v.number and newer.analysed_at is not null);

alter table article_version alter column told_at set not null;
create index article_version_told_at on article_version (told_at, id);
create index article_version_analysed_at on article_version (analysed_at);
create index stance_target on stance (target);

create function set_told_at() returns trigger language plpgsql as $$
begin
  new.told_at := coalesce(new.published_at, (select announced_at from article where id = new.article_id), new.fetched_at);
  return new;
end
$$;
create trigger article_version_told before insert or update of published_at, fetched_at on article_version
  for each row execute function set_told_at();

create function keep_told_at() returns trigger language plpgsql as $$
begin
  update article_version set told_at = coalesce(published_at, new.announced_at, fetched_at)
  where article_id = new.id and told_at <> coalesce(published_at, new.announced_at, fetched_at);
  return null;
end
$$;
create trigger article_told after update of announced_at on article
  for each row when (old.announced_at is distinct from new.announced_at) execute function keep_told_at();

-- Two analyses of one article's versions wait for each other here: the later one sees what the earlier one left.
create function keep_current() returns trigger language plpgsql as $$
declare
  changed bigint := coalesce(new.article_id, old.article_id);
begin
  perform from article where id = changed for no key update;
  update article_version v set is_current = not v.is_current
  where v.article_id = changed and v.is_current <> (v.analysed_at is not null and not exists (
    select from article_version newer
    where newer.article_id = v.article_id and newer.number > v.number and newer.analysed_at is not null));
  return null;
end
$$;
create trigger article_version_current_new after insert on article_version
  for each row when (new.analysed_at is not null) execute function keep_current();
create trigger article_version_current_analysed after update of analysed_at on article_version
  for each row when ((old.analysed_at is null) <> (new.analysed_at is null)) execute function keep_current();
create trigger article_version_current_gone after delete on article_version
  for each row when (old.is_current) execute function keep_current();

-- Speakers who are no actors are looked for by a part of what they are called, all over: in this index alone, not in the rows.
create index statement_unnamed on statement (speaker_folded, id) where speaker_id is null;
