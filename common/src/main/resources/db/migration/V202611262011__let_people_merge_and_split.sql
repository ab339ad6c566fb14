-- A person may say that two actors or two claims are one, or that some of what was read as one is another. The word of a
-- person stands above the machine's, here and in every later reading, until it is undone; all of it is kept. Actors and
-- claims belong to the whole instance, and so do these decisions.

-- What the machine read, where a person's word stands in its place.
alter table statement
  add column read_speaker_id   bigint references actor,
  add column read_speaker_name text,
  add column read_speaker_kind text,
  add check (num_nulls(read_speaker_id, read_speaker_name, read_speaker_kind) in (0, 3));
alter table claim_statement
  add column read_claim_id bigint references claim,
  add column read_polarity text check (read_polarity in ('ASSERTS', 'DENIES')),
  add check (num_nulls(read_claim_id, read_polarity) in (0, 2));
create index statement_read_speaker on statement (read_speaker_id) where read_speaker_id is not null;
create index claim_statement_read on claim_statement (read_claim_id) where read_claim_id is not null;
-- Names and relations that a merged one brings to the one that stays.
alter table actor_alias add column carried boolean not null default false;
alter table claim_relation add column carried boolean not null default false;

create sequence actor_identity_seq increment by 50;
create table actor_identity (
  id            bigint primary key default nextval('actor_identity_seq'),
  from_actor_id bigint not null references actor on delete cascade,
  to_actor_id   bigint not null references actor on delete cascade,
  -- Null: wherever it is read, a merge. Else in these articles alone, a split.
  article_ids   bigint[] check (cardinality(article_ids) > 0),
  decided_by    bigint not null references account,
  decided_at    timestamptz not null,
  undone_by     bigint references account,
  undone_at     timestamptz,
  check (from_actor_id <> to_actor_id),
  check ((undone_by is null) = (undone_at is null))
);
create unique index actor_identity_merge on actor_identity (from_actor_id) where article_ids is null and undone_at is null;
create index actor_identity_from on actor_identity (from_actor_id);
create index actor_identity_to on actor_identity (to_actor_id);

create sequence claim_identity_seq increment by 50;
create table claim_identity (
  id            bigint primary key default nextval('claim_identity_seq'),
  from_claim_id bigint not null references claim on delete cascade,
  to_claim_id   bigint not null references claim on delete cascade,
  -- The one says the opposite of the other.
  turned        boolean not null default false,
  split         boolean not null,
  decided_by    bigint not null references account,
  decided_at    timestamptz not null,
  undone_by     bigint references account,
  undone_at     timestamptz,
  check (from_claim_id <> to_claim_id),
  check (not (split and turned)),
  check ((undone_by is null) = (undone_at is null))
);
create unique index claim_identity_merge on claim_identity (from_claim_id) where not split and undone_at is null;
create index claim_identity_from on claim_identity (from_claim_id);
create index claim_identity_to on claim_identity (to_claim_id);

-- Which statements a split takes: by their place, and by their words in the article's other versions.
create table claim_identity_evidence (
  identity_id        bigint not null references claim_identity on delete cascade,
  article_id         bigint not null references article on delete cascade,
  article_version_id bigint not null references article_version on delete cascade,
  content_start      integer not null check (content_start >= 0),
  content_end        integer not null check (content_start < content_end),
  -- The article's words themselves stand in the article alone.
  words_hash         text not null,
  primary key (identity_id, article_version_id, content_start, content_end)
);
create index claim_identity_evidence_article on claim_identity_evidence (article_id);
create index claim_identity_evidence_version on claim_identity_evidence (article_version_id);

revoke delete, truncate on actor_identity, claim_identity, claim_identity_evidence from claimwatch_app;

-- Who is meant by an actor that is read in an article: the split of that article first, then merges to their end.
create function actor_meant(read bigint, article bigint) returns bigint language sql stable as $$
  with recursive meant (actor, step) as (
    select coalesce((select i.to_actor_id from actor_identity i
                     where i.from_actor_id = read and i.undone_at is null and article = any (i.article_ids)
                     order by i.decided_at desc, i.id desc limit 1), read), 0
    union all
    select i.to_actor_id, m.step + 1 from meant m
    join actor_identity i on i.from_actor_id = m.actor and i.article_ids is null and i.undone_at is null
    where m.step < 50
  )
  select actor from meant order by step desc limit 1;
$$;

-- What a claim that no statement stands for is meant to be: merges to their end.
create function claim_end(read bigint) returns table (claim bigint, turned boolean) language sql stable as $$
  with recursive meant (claim, turned, step) as (
    select read, false, 0
    union all
    select i.to_claim_id, m.turned <> i.turned, m.step + 1 from meant m
    join claim_identity i on i.from_claim_id = m.claim and not i.split and i.undone_at is null
    where m.step < 50
  )
  select m.claim, m.turned from meant m order by m.step desc limit 1;
$$;

-- Which claim a statement makes: what it was split off to, whatever is read now, else what was read; then merges.
create function claim_meant(read bigint, asked bigint) returns table (claim bigint, turned boolean) language sql stable as $$
  select e.claim, e.turned
  from claim_end(coalesce(
    (select i.to_claim_id
     from statement s
     join article_version v on v.id = s.article_version_id
     join claim_identity_evidence x on x.article_id = v.article_id
     join claim_identity i on i.id = x.identity_id and i.split and i.undone_at is null
     cross join lateral (select min(p.span_start) as span_start, max(p.span_end) as span_end
                         from statement_content_span p where p.statement_id = s.id) p
     where s.id = asked
       and (x.words_hash = md5(fold(s.content))
            or (x.article_version_id = v.id
                and 2 * (least(x.content_end, p.span_end) - greatest(x.content_start, p.span_start))
                    > greatest(x.content_end - x.content_start, p.span_end - p.span_start)))
     order by i.decided_at desc, i.id desc limit 1), read)) e;
$$;

-- All that any decision, undone ones included, connects with some.
create function kin_of_actors(ids bigint[]) returns bigint[] language sql stable as $$
  with recursive kin (id) as (
    select unnest(ids)
    union
    select case when i.from_actor_id = k.id then i.to_actor_id else i.from_actor_id end
    from kin k join actor_identity i on k.id in (i.from_actor_id, i.to_actor_id)
  )
  select array_agg(id) from kin;
$$;

create function kin_of_claims(ids bigint[]) returns bigint[] language sql stable as $$
  with recursive kin (id) as (
    select unnest(ids)
    union
    select case when i.from_claim_id = k.id then i.to_claim_id else i.from_claim_id end
    from kin k join claim_identity i on k.id in (i.from_claim_id, i.to_claim_id)
  )
  select array_agg(id) from kin;
$$;

create function settle_speakers(statements bigint[]) returns void language sql as $$
  update statement s
  set speaker_id = m.actor, speaker_name = case when m.actor = m.read then m.name else a.name end,
      speaker_kind = case when m.actor = m.read then m.kind else a.kind end,
      read_speaker_id = case when m.actor <> m.read then m.read end,
      read_speaker_name = case when m.actor <> m.read then m.name end,
      read_speaker_kind = case when m.actor <> m.read then m.kind end
  from (select t.id, coalesce(t.read_speaker_id, t.speaker_id) as read,
               coalesce(t.read_speaker_name, t.speaker_name) as name,
               coalesce(t.read_speaker_kind, t.speaker_kind) as kind,
               actor_meant(coalesce(t.read_speaker_id, t.speaker_id), v.article_id) as actor
        from statement t join article_version v on v.id = t.article_version_id
        where t.id = any (statements) and t.speaker_id is not null) m
  join actor a on a.id = m.actor
  where s.id = m.id and s.speaker_id <> m.actor;
$$;

create function settle_claim_statements(statements bigint[]) returns void language sql as $$
  update claim_statement cs
  set claim_id = m.claim,
      polarity = case when m.turned then case m.polarity when 'ASSERTS' then 'DENIES' else 'ASSERTS' end else m.polarity end,
      read_claim_id = case when m.claim <> m.read then m.read end,
      read_polarity = case when m.claim <> m.read then m.polarity end
  from (select t.id, coalesce(t.read_claim_id, t.claim_id) as read, coalesce(t.read_polarity, t.polarity) as polarity,
               e.claim, e.turned
        from claim_statement t
        cross join lateral claim_meant(coalesce(t.read_claim_id, t.claim_id), t.statement_id) e
        where t.statement_id = any (statements)) m
  where cs.id = m.id
    and (cs.claim_id <> m.claim
         or cs.polarity <> case when m.turned then case m.polarity when 'ASSERTS' then 'DENIES' else 'ASSERTS' end
                                else m.polarity end);
$$;

-- The names of those that were merged find the one that stays.
create function carry_aliases(actors bigint[]) returns void language sql as $$
  delete from actor_alias where carried and actor_id = any (actors);
  insert into actor_alias (actor_id, alias, carried)
  select distinct t.meant, n.alias, true
  from (select id, actor_meant(id, null) as meant from unnest(actors) as id) t
  join actor stays on stays.id = t.meant
  cross join lateral (select a.name as alias from actor a where a.id = t.id
                      union select x.alias from actor_alias x where x.actor_id = t.id and not x.carried) n
  where t.meant <> t.id and n.alias <> stays.name
  on conflict (actor_id, alias) do nothing;
$$;

-- What related to a merged claim relates to the one that stays; to one turned round it would say something else.
create function carry_relations(claims bigint[]) returns void language sql as $$
  delete from claim_relation where carried and (from_claim_id = any (claims) or to_claim_id = any (claims));
  insert into claim_relation (from_claim_id, to_claim_id, kind, confidence, carried)
  select f.claim, t.claim, r.kind, max(r.confidence), true
  from claim_relation r
  cross join lateral claim_end(r.from_claim_id) f
  cross join lateral claim_end(r.to_claim_id) t
  where (r.from_claim_id = any (claims) or r.to_claim_id = any (claims)) and not r.carried
    and f.turned = t.turned and f.claim <> t.claim
    and (f.claim <> r.from_claim_id or t.claim <> r.to_claim_id)
  group by f.claim, t.claim, r.kind
  on conflict (from_claim_id, to_claim_id, kind) do nothing;
$$;

-- After a decision about some, or its undoing: everything that it may concern.
create function settle_actors(ids bigint[]) returns void language sql as $$
  select settle_speakers(array(select s.id from statement s where s.speaker_id = any ((select kin_of_actors(ids))::bigint[])));
  select carry_aliases(kin_of_actors(ids));
$$;

create function settle_claims(ids bigint[]) returns void language sql as $$
  select settle_claim_statements(array(select cs.statement_id from claim_statement cs where cs.claim_id = any ((select kin_of_claims(ids))::bigint[])));
  select carry_relations(kin_of_claims(ids));
$$;

-- After a new reading of a version.
create function settle_version(version bigint) returns void language sql as $$
  select settle_speakers(array(select s.id from statement s where s.article_version_id = version and s.speaker_id is not null));
  select settle_claim_statements(array(select s.id from statement s where s.article_version_id = version));
  select carry_aliases(kin_of_actors(array(
    select i.from_actor_id from statement s join actor_identity i on i.from_actor_id = s.read_speaker_id
    where s.article_version_id = version)));
  select carry_relations(array(
    select cs.claim_id from statement s join claim_statement cs on cs.statement_id = s.id
    join claim_relation r on cs.claim_id in (r.from_claim_id, r.to_claim_id)
    join claim_identity i on i.from_claim_id in (r.from_claim_id, r.to_claim_id) and not i.split
    where s.article_version_id = version));
$$;
