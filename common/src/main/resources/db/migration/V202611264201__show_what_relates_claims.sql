-- The words in which a statement takes back or supports another claim. They stay without a relation until a claim is known
-- that they mean, and go with their statement; a relation goes with the last words that show it.

create sequence relation_evidence_seq increment by 50;
create table relation_evidence (
  id                bigint primary key default nextval('relation_evidence_seq'),
  statement_id      bigint not null unique references statement on delete cascade,
  kind              text not null check (kind in ('SUPPORTS', 'RETRACTS')),
  -- Code points in the text of the statement's version.
  cue_start         integer not null check (cue_start >= 0),
  cue_end           integer not null check (cue_end > cue_start),
  claimed_start     integer not null check (claimed_start >= 0),
  claimed_end       integer not null check (claimed_end > claimed_start),
  -- The other claim in the text's words.
  claimed           text not null check (claimed <> ''),
  language          text,
  -- Whether the outlet takes back what it published itself.
  outlets           boolean not null,
  claim_relation_id bigint references claim_relation on delete set null,
  search            tsvector not null generated always as (to_tsvector('simple', claimed)) stored
);
create index relation_evidence_relation on relation_evidence (claim_relation_id);
create index relation_evidence_search on relation_evidence using gin (search) where claim_relation_id is null;

create function drop_unfounded_relation() returns trigger language plpgsql as $$
begin
  if exists (select from relation_evidence where claim_relation_id = old.claim_relation_id) then
    return null;
  end if;
  -- What a merge made of it goes too.
  delete from claim_relation c
  using claim_relation r cross join lateral claim_end(r.from_claim_id) f cross join lateral claim_end(r.to_claim_id) t
  where r.id = old.claim_relation_id and c.carried and c.kind = r.kind and c.from_claim_id = f.claim
    and c.to_claim_id = t.claim;
  delete from claim_relation where id = old.claim_relation_id;
  return null;
end
$$;
create trigger relation_evidence_gone after delete on relation_evidence
  for each row when (old.claim_relation_id is not null) execute function drop_unfounded_relation();
