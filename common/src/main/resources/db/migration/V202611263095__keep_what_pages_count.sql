-- What pages count, in narrow rows that lie in the order of their days: a page of a week reads that week's rows and nothing
-- beside them. Each table has a view that says what must stand in it; triggers keep the two equal, rebuild_told() makes the
-- tables anew from the views, and ToldTest compares them.

-- Services of the release before go on writing. From here on they wait: what came in between the filling and the triggers would be
-- missing for ever. All at once and in the order in which a reading writes, so that who is in the way is found out at once.
lock table statement, attribution_hop, stance, claim, claim_statement, story_article, article, article_version, near_duplicate,
  named_origin, outlet, actor in share row exclusive mode;

-- Readings below are doubted: shown pale and counted in no headline. Confidence.LIKELY is the same number.
create function likely() returns real language sql immutable parallel safe return 0.7::real;

-- An outlet that gave a day and no time claims no precedence within that day.
create function precedence(told timestamptz, published timestamptz, day_only boolean) returns timestamptz
  language sql immutable parallel safe
  return case when day_only and published is not null then published + interval '24 hours' else told end;

create function main_language(tag text) returns text
  language sql immutable strict parallel safe
  return split_part(lower(tag), '-', 1);

-- tables -----------------------------------------------------------------------------------------------------------

-- The texts that stand: of each article its newest analysed version.
create table told_version (
  article_version_id bigint primary key,
  article_id         bigint not null,
  outlet_id          bigint not null,
  story_id           bigint,
  told_at            timestamptz not null,
  precedence         timestamptz not null,
  lang               text
);

-- Their statements, with the claim that each makes.
create table told_statement (
  statement_id       bigint primary key,
  article_version_id bigint not null,
  ordinal            integer not null,
  article_id         bigint not null,
  outlet_id          bigint not null,
  speaker_id         bigint,
  -- What a speaker who is no actor is called, folded.
  unnamed            text,
  claim_id           bigint,
  denies             boolean,
  -- Whether the claim is worth checking; false where there is none.
  worthy             boolean not null,
  -- How sure it is that it was said, and that it makes the claim: the lesser of both.
  confidence         real not null,
  -- Doubted in neither.
  sure               boolean not null,
  told_at            timestamptz not null,
  precedence         timestamptz not null,
  lang               text
);

-- Their stances: of speakers in statements, and of outlets in their own voice.
create table told_stance (
  stance_id          bigint primary key,
  article_version_id bigint not null,
  article_id         bigint not null,
  outlet_id          bigint not null,
  statement_id       bigint,
  speaker_id         bigint,
  target             text not null,
  polarity           text not null,
  sure               boolean not null,
  told_at            timestamptz not null
);

-- From whom a statement that makes a claim comes in the end.
create table told_origin (
  statement_id bigint primary key,
  -- An outlet's name in lower case; the statement's own where it comes from nobody else.
  origin       text not null,
  handed_on    boolean not null
);

-- A claim since it is told, with all that a line about it says: a list reads one row for each claim that it shows, however
-- often that was made.
create table claim_seen (
  claim_id      bigint primary key,
  worthy        boolean not null,
  -- That carry it for sure.
  outlets       integer not null,
  first_at      timestamptz not null,
  -- Null where every reading of it is doubted.
  sure_first_at timestamptz,
  -- Somebody asserts it and somebody denies it, for sure.
  contested     boolean not null,
  asserts          integer not null,
  denies           integer not null,
  doubtful         integer not null,
  doubtful_outlets integer not null,
  origins          integer not null,
  -- The first that is sure, or the first of all where none is.
  first_statement  bigint not null,
  last_at          timestamptz not null,
  confidence       real not null
);

-- All that speakers who are no actors are called: few names, so that a part of one is found without looking at each statement.
create table unnamed_speaker (
  folded text primary key
);

create table actor_seen (
  actor_id bigint primary key,
  first_at timestamptz not null
);

-- The same speaker on the other side of a claim, or of a target, than the time before, in another article.
create table reversal (
  speaker_id bigint not null,
  claim_id   bigint,
  target     text,
  before_id  bigint not null,
  after_id   bigint not null,
  at         timestamptz not null,
  check (num_nulls(claim_id, target) = 1)
);

-- views ------------------------------------------------------------------------------------------------------------

create view told_version_now as
select v.id as article_version_id, v.article_id, a.outlet_id, t.story_id, v.told_at,
       precedence(v.told_at, v.published_at, v.published_day_only) as precedence, main_language(v.language) as lang
from article_version v
join article a on a.id = v.article_id
left join story_article t on t.article_id = v.article_id
where v.is_current;

create view told_statement_now as
select s.id as statement_id, s.article_version_id, s.ordinal, v.article_id, a.outlet_id, s.speaker_id,
       case when s.speaker_id is null then s.speaker_folded end as unnamed, cs.claim_id, cs.polarity = 'DENIES' as denies,
       coalesce(c.check_worthy >= 0.5, false) as worthy, least(s.confidence, cs.confidence) as confidence,
       s.confidence >= likely() and (cs.id is null or cs.confidence >= likely()) as sure,
       v.told_at, precedence(v.told_at, v.published_at, v.published_day_only) as precedence, main_language(v.language) as lang
from statement s
join article_version v on v.id = s.article_version_id
join article a on a.id = v.article_id
left join claim_statement cs on cs.statement_id = s.id
left join claim c on c.id = cs.claim_id
where v.is_current;

create view told_stance_now as
select st.id as stance_id, st.article_version_id, v.article_id, a.outlet_id, st.statement_id, s.speaker_id, st.target,
       st.polarity, least(s.confidence, st.confidence) >= likely() as sure, v.told_at
from stance st
join article_version v on v.id = st.article_version_id
join article a on a.id = v.article_id
left join statement s on s.id = st.statement_id
where v.is_current;

-- A reprint of a reprint goes back to the first, as far as the one in between quotes the same speaker: what an outlet heard
-- itself is its own, whatever it has on the same claim from others. Outlets that name each other count as one. The origin of
-- one is whom the statement came through, else whom the text names, else the first outlet with nearly the same text, else
-- the first with the same words of the same speaker.
create function origins_of(claims bigint[]) returns table (statement_id bigint, origin text, handed_on boolean)
  language sql stable as $$
  with recursive said as (
    select t.claim_id, s.speaker_name, t.statement_id, o.name as outlet, t.precedence,
           lower(coalesce(
             (select h.name from attribution_hop h
              where h.statement_id = t.statement_id and h.kind = 'OUTLET' order by h.position limit 1),
             first_value(coalesce(
               (select n.name from named_origin n where n.article_version_id = t.article_version_id),
               (select o1.name from near_duplicate d
                join article a1 on a1.id = d.earlier_article_id
                join outlet o1 on o1.id = a1.outlet_id
                join article_version v1 on v1.id = d.earlier_version_id
                where d.later_article_id = t.article_id
                order by v1.told_at, a1.id limit 1),
               o.name)) over (
               partition by t.claim_id, s.speaker_name, regexp_replace(lower(s.content), '\s+', ' ', 'g')
               order by t.precedence, t.statement_id))) as handed_by
    from told_statement t
    join statement s on s.id = t.statement_id
    join outlet o on o.id = t.outlet_id
    where t.claim_id = any (claims)
  ), first_of as (
    select distinct on (claim_id, speaker_name, lower(outlet))
           claim_id, speaker_name, lower(outlet) as outlet, handed_by
    from said
    order by claim_id, speaker_name, lower(outlet), handed_by = lower(outlet) desc, precedence, statement_id
  ), walk (claim_id, speaker_name, name, seen) as (
    select distinct claim_id, speaker_name, handed_by, array[handed_by] from said
    union all
    select w.claim_id, w.speaker_name, w.name, w.seen || f.handed_by
    from walk w join first_of f on f.claim_id = w.claim_id and f.speaker_name = w.speaker_name
      and f.outlet = w.seen[cardinality(w.seen)]
    where f.handed_by <> all (w.seen)
  ), root as (
    select distinct on (w.claim_id, w.speaker_name, w.name) w.claim_id, w.speaker_name, w.name,
           case when f.handed_by = any (w.seen)
                then (select min(circle.outlet) from unnest(w.seen) with ordinality circle (outlet, place)
                      where place >= array_position(w.seen, f.handed_by))
                else w.seen[cardinality(w.seen)] end as origin
    from walk w left join first_of f on f.claim_id = w.claim_id and f.speaker_name = w.speaker_name
      and f.outlet = w.seen[cardinality(w.seen)]
    order by w.claim_id, w.speaker_name, w.name, cardinality(w.seen) desc
  )
  select said.statement_id, root.origin, root.origin <> lower(said.outlet)
  from said join root on root.claim_id = said.claim_id and root.speaker_name = said.speaker_name and root.name = said.handed_by
$$;

create view told_origin_now as
select n.* from origins_of(array(select claim_id from told_statement where claim_id is not null)) n;

create view claim_seen_now as
select t.claim_id, t.worthy, count(distinct t.outlet_id) filter (where t.sure)::integer as outlets,
       min(t.told_at) as first_at, min(t.told_at) filter (where t.sure) as sure_first_at,
       coalesce(bool_or(t.denies) filter (where t.sure) and bool_or(not t.denies) filter (where t.sure), false) as contested,
       (count(*) filter (where t.sure and not t.denies))::integer as asserts,
       (count(*) filter (where t.sure and t.denies))::integer as denies,
       (count(*) filter (where not t.sure))::integer as doubtful,
       (count(distinct t.outlet_id) - count(distinct t.outlet_id) filter (where t.sure))::integer as doubtful_outlets,
       (count(distinct r.origin) filter (where t.sure))::integer as origins,
       (array_agg(t.statement_id order by t.sure desc, t.precedence, t.statement_id))[1] as first_statement,
       max(t.told_at) as last_at, max(t.confidence) as confidence
from told_statement t left join told_origin r on r.statement_id = t.statement_id
where t.claim_id is not null
group by t.claim_id, t.worthy;

create view unnamed_speaker_now as select distinct unnamed as folded from told_statement where unnamed is not null;

create view actor_seen_now as
select speaker_id as actor_id, min(told_at) as first_at from told_statement where speaker_id is not null group by speaker_id;

create view claim_reversal_now as
select speaker_id, claim_id, null::text as target, before_id, statement_id as after_id, told_at as at
from (select t.*, lag(denies) over earlier as before_denies, lag(statement_id) over earlier as before_id,
             lag(article_id) over earlier as before_article
      from told_statement t where speaker_id is not null and claim_id is not null and sure
      window earlier as (partition by speaker_id, claim_id order by told_at, statement_id)) t
where before_denies <> denies and before_article <> article_id;

create view stance_reversal_now as
select speaker_id, null::bigint as claim_id, target, before_id, statement_id as after_id, told_at as at
from (select t.*, lag(polarity) over earlier as before_polarity, lag(statement_id) over earlier as before_id,
             lag(article_id) over earlier as before_article
      from told_stance t where speaker_id is not null and sure and polarity <> 'NEUTRAL'
      window earlier as (partition by speaker_id, target order by told_at, statement_id, stance_id)) t
where before_polarity <> polarity and before_article <> article_id;

-- all at once ------------------------------------------------------------------------------------------------------

create index told_statement_claim on told_statement (claim_id, told_at) where claim_id is not null;

-- Origins are looked for claim by claim, so this
-- index stands before the rest. Texts lie by their days, so that the rows of a period lie together.
create function rebuild_told() returns void language plpgsql set work_mem = '256MB' as $$
declare
  claims bigint[];
begin
  truncate told_version, told_statement, told_stance, told_origin, claim_seen, actor_seen, unnamed_speaker, reversal;
  alter table told_statement disable trigger user;
  alter table told_stance disable trigger user;
  insert into told_version select * from told_version_now order by told_at, article_version_id;
  insert into told_statement select * from told_statement_now order by told_at, article_version_id, ordinal;
  insert into told_stance select * from told_stance_now order by told_at, stance_id;
  analyze told_statement, told_stance;
  for claims in
    select array_agg(claim_id) from (select distinct claim_id from told_statement where claim_id is not null) t
    group by claim_id / 200
  loop
    insert into told_origin select * from origins_of(claims);
  end loop;
  analyze told_origin;
  insert into claim_seen select * from claim_seen_now;
  insert into actor_seen select * from actor_seen_now;
  insert into unnamed_speaker select * from unnamed_speaker_now;
  insert into reversal select * from claim_reversal_now union all select * from stance_reversal_now order by at;
  alter table told_statement enable trigger user;
  alter table told_stance enable trigger user;
end
$$;
revoke execute on function rebuild_told() from public;

select rebuild_told();

alter table told_version add foreign key (article_version_id) references article_version on delete cascade;
alter table told_statement add foreign key (statement_id) references statement on delete cascade;
alter table told_stance add foreign key (stance_id) references stance on delete cascade;
alter table told_origin add foreign key (statement_id) references told_statement on delete cascade;
alter table claim_seen add foreign key (claim_id) references claim on delete cascade;
alter table actor_seen add foreign key (actor_id) references actor on delete cascade;

create index told_version_told_at on told_version (told_at);
create index told_version_precedence on told_version (precedence, article_version_id);
create index told_version_article on told_version (article_id);
create index told_version_outlet on told_version (outlet_id, told_at);
create index told_version_story on told_version (story_id, told_at) where story_id is not null;
create index told_statement_told_at on told_statement (told_at);
create index told_statement_precedence on told_statement (precedence, article_version_id, ordinal);
create index told_statement_version on told_statement (article_version_id);
create index told_statement_outlet on told_statement (outlet_id, told_at);
create index told_statement_speaker on told_statement (speaker_id, told_at) where speaker_id is not null;
create index told_statement_unnamed on told_statement (unnamed, told_at) where unnamed is not null;
create index told_stance_told_at on told_stance (told_at);
create index told_stance_version on told_stance (article_version_id);
create index told_stance_statement on told_stance (statement_id) where statement_id is not null;
create index told_stance_outlet on told_stance (outlet_id, told_at);
create index told_stance_speaker on told_stance (speaker_id, target, told_at) where speaker_id is not null;
create index told_stance_target on told_stance (target, told_at);
create index claim_seen_sure_first_at on claim_seen (sure_first_at);
create index claim_seen_worth on claim_seen ((sure_first_at is not null) desc, worthy desc, outlets desc, first_at desc, claim_id);
create index claim_seen_contested on claim_seen (claim_id) where contested;
create index actor_seen_first_at on actor_seen (first_at);
create index reversal_at on reversal (at, after_id);
create index reversal_speaker on reversal (speaker_id, at);

-- kept -------------------------------------------------------------------------------------------------------------

-- Each command of a plpgsql function sees what others committed before it: after waiting for a lock, their rows too.

create function store_told_versions(versions bigint[]) returns void language plpgsql as $$
begin
  delete from told_version t where t.article_version_id = any (versions)
    and not exists (select from article_version v where v.id = t.article_version_id and v.is_current);
  insert into told_version as t select * from told_version_now n where n.article_version_id = any (versions)
  on conflict (article_version_id) do update
    set (article_id, outlet_id, story_id, told_at, precedence, lang)
      = (excluded.article_id, excluded.outlet_id, excluded.story_id, excluded.told_at, excluded.precedence, excluded.lang)
    where t is distinct from excluded;
end
$$;

-- Whoever lets another version stand is waited for.
create function store_told_statements(statements bigint[]) returns void language plpgsql as $$
begin
  if cardinality(statements) = 0 then
    return;
  end if;
  perform from article_version v
    where v.id in (select s.article_version_id from statement s where s.id = any (statements)) and v.is_current for share;
  delete from told_statement t where t.statement_id = any (statements)
    and not exists (select from statement s join article_version v on v.id = s.article_version_id
                    where s.id = t.statement_id and v.is_current);
  insert into told_statement as t select * from told_statement_now n where n.statement_id = any (statements)
  on conflict (statement_id) do update
    set (article_version_id, ordinal, article_id, outlet_id, speaker_id, unnamed, claim_id, denies, worthy, confidence, sure, told_at,
         precedence, lang)
      = (excluded.article_version_id, excluded.ordinal, excluded.article_id, excluded.outlet_id, excluded.speaker_id,
         excluded.unnamed, excluded.claim_id, excluded.denies, excluded.worthy, excluded.confidence, excluded.sure,
         excluded.told_at,
         excluded.precedence, excluded.lang)
    where t is distinct from excluded;
end
$$;

create function store_told_stances(stances bigint[]) returns void language plpgsql as $$
begin
  if cardinality(stances) = 0 then
    return;
  end if;
  perform from article_version v
    where v.id in (select st.article_version_id from stance st where st.id = any (stances)) and v.is_current for share;
  delete from told_stance t where t.stance_id = any (stances)
    and not exists (select from stance st join article_version v on v.id = st.article_version_id
                    where st.id = t.stance_id and v.is_current);
  insert into told_stance as t select * from told_stance_now n where n.stance_id = any (stances)
  on conflict (stance_id) do update
    set (article_version_id, article_id, outlet_id, statement_id, speaker_id, target, polarity, sure, told_at)
      = (excluded.article_version_id, excluded.article_id, excluded.outlet_id, excluded.statement_id, excluded.speaker_id,
         excluded.target, excluded.polarity, excluded.sure, excluded.told_at)
    where t is distinct from excluded;
end
$$;

-- One transaction at a time says which statement makes which claim, and what that adds up to. Locks of single claims and
-- actors, taken statement by statement, would be taken in another order by each.
create function hold_claims() returns void language sql as 'select pg_advisory_xact_lock(x''636c61696d''::bigint)';

create function store_claims_seen(claims bigint[]) returns void language plpgsql as $$
begin
  if cardinality(claims) = 0 then
    return;
  end if;
  perform hold_claims();
  insert into told_origin as r select * from origins_of(claims)
  on conflict (statement_id) do update set origin = excluded.origin, handed_on = excluded.handed_on
    where r is distinct from excluded;
  delete from claim_seen s where s.claim_id = any (claims)
    and not exists (select from told_statement t where t.claim_id = s.claim_id);
  insert into claim_seen as s select * from claim_seen_now n where n.claim_id = any (claims)
  on conflict (claim_id) do update
    set (worthy, outlets, first_at, sure_first_at, contested, asserts, denies, doubtful, doubtful_outlets, origins,
         first_statement, last_at, confidence)
      = (excluded.worthy, excluded.outlets, excluded.first_at, excluded.sure_first_at, excluded.contested, excluded.asserts,
         excluded.denies, excluded.doubtful, excluded.doubtful_outlets, excluded.origins, excluded.first_statement,
         excluded.last_at, excluded.confidence)
    where s is distinct from excluded;
end
$$;

create function store_actors_seen(actors bigint[]) returns void language plpgsql as $$
begin
  if cardinality(actors) = 0 then
    return;
  end if;
  perform hold_claims();
  delete from actor_seen s where s.actor_id = any (actors)
    and not exists (select from told_statement t where t.speaker_id = s.actor_id);
  insert into actor_seen as s
  select a.id, f.told_at
  from actor a
  cross join lateral (select t.told_at from told_statement t where t.speaker_id = a.id order by t.told_at limit 1) f
  where a.id = any (actors)
  on conflict (actor_id) do update set first_at = excluded.first_at where s.first_at <> excluded.first_at;
end
$$;

create function store_unnamed_speakers(names text[]) returns void language plpgsql as $$
begin
  if cardinality(names) = 0 then
    return;
  end if;
  perform hold_claims();
  delete from unnamed_speaker u where u.folded = any (names)
    and not exists (select from told_statement t where t.unnamed = u.folded);
  insert into unnamed_speaker select n from unnest(names) n where exists (select from told_statement t where t.unnamed = n)
  order by n on conflict do nothing;
end
$$;

create function store_claim_reversals(speaker bigint, claim bigint) returns void language plpgsql as $$
begin
  delete from reversal r where r.speaker_id = speaker and r.claim_id = claim;
  insert into reversal select * from claim_reversal_now n where n.speaker_id = speaker and n.claim_id = claim;
end
$$;

create function store_stance_reversals(speaker bigint, matter text) returns void language plpgsql as $$
begin
  perform hold_claims();
  delete from reversal r where r.speaker_id = speaker and r.target = matter;
  insert into reversal select * from stance_reversal_now n where n.speaker_id = speaker and n.target = matter;
end
$$;

-- Of what was changed: before, now, or both.
create function keep_what_statements_add_up_to() returns trigger language plpgsql as $$
declare
  changed told_statement[];
  pair record;
begin
  if tg_op = 'INSERT' then
    changed := array(select n from now_there n);
  elsif tg_op = 'DELETE' then
    changed := array(select b from before b);
  else
    changed := array(
      select b from before b join now_there n using (statement_id) where b is distinct from n
      union all select n from before b join now_there n using (statement_id) where b is distinct from n);
  end if;
  perform store_claims_seen(array(select distinct c.claim_id from unnest(changed) c where c.claim_id is not null));
  perform store_actors_seen(array(select distinct c.speaker_id from unnest(changed) c where c.speaker_id is not null));
  perform store_unnamed_speakers(array(select distinct c.unnamed from unnest(changed) c where c.unnamed is not null));
  for pair in
    select distinct c.speaker_id, c.claim_id from unnest(changed) c where c.speaker_id is not null and c.claim_id is not null
    order by 1, 2
  loop
    perform store_claim_reversals(pair.speaker_id, pair.claim_id);
  end loop;
  return null;
end
$$;
create trigger told_statement_new after insert on told_statement referencing new table as now_there
  for each statement execute function keep_what_statements_add_up_to();
create trigger told_statement_changed after update on told_statement referencing old table as before new table as now_there
  for each statement execute function keep_what_statements_add_up_to();
create trigger told_statement_gone after delete on told_statement referencing old table as before
  for each statement execute function keep_what_statements_add_up_to();

create function keep_what_stances_add_up_to() returns trigger language plpgsql as $$
declare
  changed told_stance[];
  pair record;
begin
  if tg_op = 'INSERT' then
    changed := array(select n from now_there n);
  elsif tg_op = 'DELETE' then
    changed := array(select b from before b);
  else
    changed := array(
      select b from before b join now_there n using (stance_id) where b is distinct from n
      union all select n from before b join now_there n using (stance_id) where b is distinct from n);
  end if;
  for pair in
    select distinct c.speaker_id, c.target from unnest(changed) c where c.speaker_id is not null order by 1, 2
  loop
    perform store_stance_reversals(pair.speaker_id, pair.target);
  end loop;
  return null;
end
$$;
create trigger told_stance_new after insert on told_stance referencing new table as now_there
  for each statement execute function keep_what_stances_add_up_to();
create trigger told_stance_changed after update on told_stance referencing old table as before new table as now_there
  for each statement execute function keep_what_stances_add_up_to();
create trigger told_stance_gone after delete on told_stance referencing old table as before
  for each statement execute function keep_what_stances_add_up_to();

create function keep_told_of_new_versions() returns trigger language plpgsql as $$
begin
  perform store_told_versions(array(select id from now_there where is_current));
  return null;
end
$$;
create trigger article_version_told_new after insert on article_version referencing new table as now_there
  for each statement execute function keep_told_of_new_versions();

create function keep_told_of_changed_versions() returns trigger language plpgsql as $$
declare
  changed bigint[] := array(
    select n.id from now_there n join before b on b.id = n.id
    where (b.is_current, b.told_at, b.published_at, b.published_day_only, b.language)
          is distinct from (n.is_current, n.told_at, n.published_at, n.published_day_only, n.language)
      and (b.is_current or n.is_current));
begin
  if cardinality(changed) > 0 then
    perform store_told_versions(changed);
    perform store_told_statements(array(select id from statement where article_version_id = any (changed)));
    perform store_told_stances(array(select id from stance where article_version_id = any (changed)));
  end if;
  return null;
end
$$;
create trigger article_version_told_changed after update on article_version
  referencing old table as before new table as now_there
  for each statement execute function keep_told_of_changed_versions();

create function keep_told_of_moved_articles() returns trigger language plpgsql as $$
begin
  perform store_told_versions(array(select id from article_version where article_id = new.id and is_current));
  perform store_told_statements(array(
    select s.id from statement s join article_version v on v.id = s.article_version_id where v.article_id = new.id and v.is_current));
  perform store_told_stances(array(
    select st.id from stance st join article_version v on v.id = st.article_version_id where v.article_id = new.id and v.is_current));
  return null;
end
$$;
create trigger article_told_moved after update of outlet_id on article
  for each row when (old.outlet_id <> new.outlet_id) execute function keep_told_of_moved_articles();

create function keep_told_of_stories() returns trigger language plpgsql as $$
begin
  perform store_told_versions(array(
    select v.id from article_version v where v.is_current and v.article_id in (old.article_id, new.article_id)));
  return null;
end
$$;
create trigger story_article_told after insert or update or delete on story_article
  for each row execute function keep_told_of_stories();

create function keep_told_of_new_statements() returns trigger language plpgsql as $$
begin
  perform store_told_statements(array(select id from now_there));
  return null;
end
$$;
create trigger statement_told_new after insert on statement referencing new table as now_there
  for each statement execute function keep_told_of_new_statements();

create function keep_told_of_changed_statements() returns trigger language plpgsql as $$
declare
  changed bigint[] := array(
    select n.id from now_there n join before b on b.id = n.id
    where (b.article_version_id, b.ordinal, b.speaker_id, b.speaker_name, b.confidence)
          is distinct from (n.article_version_id, n.ordinal, n.speaker_id, n.speaker_name, n.confidence));
  reworded bigint[] := array(
    select distinct t.claim_id from now_there n join before b on b.id = n.id join told_statement t on t.statement_id = n.id
    where (b.speaker_name, b.content) is distinct from (n.speaker_name, n.content) and t.claim_id is not null);
begin
  if cardinality(changed) > 0 then
    perform store_told_statements(changed);
    perform store_told_stances(array(select id from stance where statement_id = any (changed)));
  end if;
  perform store_claims_seen(reworded);
  return null;
end
$$;
create trigger statement_told_changed after update on statement referencing old table as before new table as now_there
  for each statement execute function keep_told_of_changed_statements();

create function keep_told_of_claim_statements() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform store_told_statements(array(select statement_id from now_there));
  elsif tg_op = 'DELETE' then
    perform store_told_statements(array(select statement_id from before));
  else
    perform store_told_statements(array(
      select unnest(array[b.statement_id, n.statement_id]) from now_there n join before b on b.id = n.id
      where (b.statement_id, b.claim_id, b.polarity, b.confidence)
            is distinct from (n.statement_id, n.claim_id, n.polarity, n.confidence)));
  end if;
  return null;
end
$$;
create trigger claim_statement_told_new after insert on claim_statement referencing new table as now_there
  for each statement execute function keep_told_of_claim_statements();
create trigger claim_statement_told_changed after update on claim_statement referencing old table as before new table as now_there
  for each statement execute function keep_told_of_claim_statements();
create trigger claim_statement_told_gone after delete on claim_statement referencing old table as before
  for each statement execute function keep_told_of_claim_statements();

create function keep_told_of_stances() returns trigger language plpgsql as $$
begin
  perform store_told_stances(array(select id from now_there));
  return null;
end
$$;
create trigger stance_told_new after insert on stance referencing new table as now_there
  for each statement execute function keep_told_of_stances();
create trigger stance_told_changed after update on stance referencing new table as now_there
  for each statement execute function keep_told_of_stances();

create function keep_told_of_claims() returns trigger language plpgsql as $$
begin
  perform store_told_statements(array(select statement_id from claim_statement where claim_id = new.id));
  return null;
end
$$;
create trigger claim_told after update of check_worthy on claim
  for each row when ((old.check_worthy >= 0.5) <> (new.check_worthy >= 0.5)) execute function keep_told_of_claims();

-- Of a statement that makes no claim any more nothing is said.
create function forget_origin() returns trigger language plpgsql as $$
begin
  delete from told_origin where statement_id = new.statement_id;
  return null;
end
$$;
create trigger told_statement_claims_nothing after update on told_statement
  for each row when (old.claim_id is not null and new.claim_id is null) execute function forget_origin();

-- What an origin depends on besides.

create function keep_origins_of_hops() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    perform store_claims_seen(array(select distinct t.claim_id from now_there n join told_statement t using (statement_id)
                                    where t.claim_id is not null and n.kind = 'OUTLET'));
  end if;
  if tg_op <> 'INSERT' then
    perform store_claims_seen(array(select distinct t.claim_id from before b join told_statement t using (statement_id)
                                    where t.claim_id is not null and b.kind = 'OUTLET'));
  end if;
  return null;
end
$$;
create trigger attribution_hop_origin_new after insert on attribution_hop referencing new table as now_there
  for each statement execute function keep_origins_of_hops();
create trigger attribution_hop_origin_changed after update on attribution_hop
  referencing old table as before new table as now_there
  for each statement execute function keep_origins_of_hops();
create trigger attribution_hop_origin_gone after delete on attribution_hop referencing old table as before
  for each statement execute function keep_origins_of_hops();

create function keep_origins_of_copies() returns trigger language plpgsql as $$
begin
  perform store_claims_seen(array(
    select distinct t.claim_id from told_version v join told_statement t on t.article_version_id = v.article_version_id
    where v.article_id in (old.later_article_id, new.later_article_id) and t.claim_id is not null));
  return null;
end
$$;
create trigger near_duplicate_origin after insert or update or delete on near_duplicate
  for each row execute function keep_origins_of_copies();

create function keep_origins_of_named() returns trigger language plpgsql as $$
begin
  perform store_claims_seen(array(
    select distinct t.claim_id from told_statement t
    where t.article_version_id in (old.article_version_id, new.article_version_id) and t.claim_id is not null));
  return null;
end
$$;
create trigger named_origin_origin after insert or update or delete on named_origin
  for each row execute function keep_origins_of_named();

-- Its own statements, and those of texts that it had first.
create function keep_origins_of_renamed() returns trigger language plpgsql as $$
begin
  perform store_claims_seen(array(
    select t.claim_id from told_statement t where t.outlet_id = new.id and t.claim_id is not null
    union
    select t.claim_id from article a
    join near_duplicate d on d.earlier_article_id = a.id
    join told_version v on v.article_id = d.later_article_id
    join told_statement t on t.article_version_id = v.article_version_id
    where a.outlet_id = new.id and t.claim_id is not null));
  return null;
end
$$;
create trigger outlet_origin after update of name on outlet
  for each row when (old.name <> new.name) execute function keep_origins_of_renamed();
