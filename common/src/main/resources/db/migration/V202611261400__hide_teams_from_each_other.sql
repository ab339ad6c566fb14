-- Team data is invisible to other teams by row-level security, FORCEd on the owner too, and not by code alone.
--
-- What a connection may see is said by settings. The web service sets them whenever it takes a connection from its pool
-- (TeamOfConnection); without them there is no row. A release that does not set them sees no team at all.
--   claimwatch.teams       ids, by comma, of the teams whose rows are seen and changed
--   claimwatch.actor       the account that acts, for the audit log
--   claimwatch.rounds      'on' where background work looks, read-only, for rows of any team that are due
--   claimwatch.token       the hash of a token that its holder showed: it opens the one row that carries it
--   claimwatch.signing_in  the account whose own memberships are brought in step, within one transaction

create function claimwatch_teams() returns bigint[] language sql stable parallel safe
  return string_to_array(nullif(current_setting('claimwatch.teams', true), ''), ',')::bigint[];

create function claimwatch_actor() returns bigint language sql stable parallel safe
  return nullif(current_setting('claimwatch.actor', true), '')::bigint;

create function claimwatch_rounds() returns boolean language sql stable parallel safe
  return coalesce(current_setting('claimwatch.rounds', true), '') = 'on';

create function claimwatch_token() returns text language sql stable parallel safe
  return nullif(current_setting('claimwatch.token', true), '');

create function claimwatch_signing_in() returns bigint language sql stable parallel safe
  return nullif(current_setting('claimwatch.signing_in', true), '')::bigint;

-- The audit log: who did what to what, and when. Only the trigger below writes it, in the transaction of the change.
create sequence audit_entry_seq increment by 50;
create table audit_entry (
  id         bigint primary key default nextval('audit_entry_seq'),
  team_id    bigint not null references team,
  -- Null where no person acted: background work.
  actor_id   bigint references account,
  at         timestamptz not null default now(),
  action     text not null check (action in ('ADDED', 'CHANGED', 'REMOVED')),
  subject    text not null,
  subject_id bigint,
  -- By column: [before, after], long texts cut.
  changes    jsonb not null
);
create index audit_entry_team on audit_entry (team_id, at desc, id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_change();
revoke insert, update, delete, truncate on audit_entry from claimwatch_app;

-- Arguments: whether changes by background work count too, then the columns that are never told.
create function note_change() returns trigger language plpgsql
  security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  before jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
  after  jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
  actor  bigint := coalesce(claimwatch_actor(), claimwatch_signing_in());
  told   jsonb;
begin
  if actor is null and tg_argv[0] = 'people' then
    return null;
  end if;
  select jsonb_object_agg(key, jsonb_build_array(left(before ->> key, 300), left(after ->> key, 300)))
    into told
    from jsonb_object_keys(before || after) as key
   where (before -> key) is distinct from (after -> key)
     and key <> all (array['id', 'team_id', 'search'] || tg_argv[1:]);
  if told is not null then
    insert into audit_entry (team_id, actor_id, action, subject, subject_id, changes)
    values (coalesce(after ->> 'team_id', before ->> 'team_id')::bigint, actor,
            case tg_op when 'INSERT' then 'ADDED' when 'UPDATE' then 'CHANGED' else 'REMOVED' end,
            tg_table_name, coalesce(after ->> 'id', before ->> 'id')::bigint, told);
  end if;
  return null;
end
$$;

-- Whatever has a team_id is protected by a call of this; a test finds tables without.
--   audited  'all', 'people' (background work is not told) or 'none'
--   rounds   whether background work may look for due rows across teams
--   untold   columns that the audit log never shows, such as hashes
create procedure protect_team_table(
  protected regclass, audited text default 'all', rounds boolean default false, untold text[] default '{}')
language plpgsql as $$
declare
  argument text;
begin
  execute format('alter table %s enable row level security', protected);
  execute format('alter table %s force row level security', protected);
  execute format('create policy of_team on %s using (team_id = any (claimwatch_teams())) '
                 'with check (team_id = any (claimwatch_teams()))', protected);
  if rounds then
    execute format('create policy due on %s for select using (claimwatch_rounds())', protected);
  end if;
  if audited <> 'none' then
    select string_agg(quote_literal(word), ', ') into argument from unnest(array[audited] || untold) as word;
    execute format('create trigger audited after insert or update or delete on %s '
                   'for each row execute function note_change(%s)', protected, argument);
  end if;
end
$$;

-- Before the owner, too, loses sight of the digests.
alter table digest_issue add column team_id bigint;
update digest_issue set team_id = (select team_id from digest where digest.id = digest_issue.digest_id);
alter table digest_issue alter column team_id set not null;
alter table digest_issue add foreign key (team_id, digest_id) references digest (team_id, id) on delete cascade;
create index digest_issue_team on digest_issue (team_id);

call protect_team_table('audit_entry', audited => 'none');
-- Nobody but the owner may insert, and that is the trigger: it tells of changes that came by cascade, too, such as when an
-- article is erased and its reviews with it, where no team is set.
create policy by_trigger on audit_entry for insert to current_user with check (true);

-- A sign-in sees and changes the memberships of its own account, in whichever team.
call protect_team_table('membership');
create policy of_oneself on membership using (account_id = claimwatch_signing_in())
  with check (account_id = claimwatch_signing_in());

call protect_team_table('monitor', rounds => true);
call protect_team_table('digest', rounds => true);
-- A new analysis replaces the statement's row, and nobody did that to the review.
call protect_team_table('review', rounds => true, untold => '{statement_id}');

call protect_team_table('digest_issue', audited => 'people', rounds => true);

-- A team's own row: a sign-in makes it and finds it by its slug, background work finds it on its rounds.
alter table team enable row level security;
alter table team force row level security;
create policy of_team on team using (id = any (claimwatch_teams())) with check (id = any (claimwatch_teams()));
create policy of_sign_in on team for select using (claimwatch_signing_in() is not null);
create policy made_at_sign_in on team for insert with check (claimwatch_signing_in() is not null);
create policy due on team for select using (claimwatch_rounds());
