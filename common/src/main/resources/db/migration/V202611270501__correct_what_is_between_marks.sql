-- A correction holds every stretch of what was said, so that the words of the narrator between two quotations are no part
-- of it; and it can say that the speaker takes no side, that no claim is made, and whether the claim is denied.

alter table review
  -- Begin and end of each stretch, one after the other; null where the machine's stay, and in corrections made before.
  add column corrected_spans integer[],
  -- The target toward which the speaker takes no side, whatever the machine read.
  add column corrected_no_stance text check (corrected_no_stance <> ''),
  add column corrected_no_claim boolean not null default false,
  add column corrected_claim_polarity text check (corrected_claim_polarity in ('ASSERTS', 'DENIES')),
  add check (corrected_spans is null or (cardinality(corrected_spans) % 2 = 0
             and corrected_start = corrected_spans[1] and corrected_end = corrected_spans[cardinality(corrected_spans)])),
  add check (not (corrected_no_claim and num_nonnulls(corrected_claim_id, corrected_claim_polarity) > 0));

-- What a correction says was said. One that was made before has its two ends alone: the gaps between the machine's stretches
-- stay gaps.
create function corrected_content(spans integer[], outer_start integer, outer_end integer, of_statement bigint)
  returns integer[] language sql stable as $$
  select coalesce(spans, (
    select array_agg(e.at order by kept.ordinal, e.side)
    from (select ordinal, span_start, span_end, row_number() over (order by ordinal) as first,
                 row_number() over (order by ordinal desc) as last
          from statement_content_span
          where statement_id = of_statement and span_start < outer_end and outer_start < span_end) kept
    cross join lateral (values (0, case kept.first when 1 then outer_start else kept.span_start end),
                               (1, case kept.last when 1 then outer_end else kept.span_end end)) e (side, at)),
    array[outer_start, outer_end])
$$;

-- Targets are an article's words, which no audit log may hold.
drop trigger audited on review;
create trigger audited after insert or update or delete on review for each row execute function
  note_change('all', 'statement_id', 'speaker_name', 'comment', 'corrected_speaker', 'corrected_target',
              'corrected_no_stance', 'corrected_claim_id');

-- What leaves the house: of which parts the words consist, as the correction has them; that it makes another claim than it
-- was read to make, none, or stands on the other side of it.
create or replace view judged_statement with (security_invoker = true) as
select distinct on (s.id) s.id as statement_id, r.verdict, r.comment, r.created_at, r.corrected_speaker, r.corrected_target,
       r.corrected_polarity, r.corrected_claim_id,
       r.corrected_no_claim
         or coalesce((select e.claim from claim_end(r.corrected_claim_id) e), r.corrected_claim_id)
              <> (select cs.claim_id from claim_statement cs where cs.statement_id = s.id)
         or r.corrected_claim_polarity <> (select cs.polarity from claim_statement cs where cs.statement_id = s.id)
         as of_other_claim,
       (select string_agg(said.at[n] || '-' || said.at[n + 1], '; ' order by n)
        from generate_series(1, cardinality(said.at), 2) n) as corrected_spans,
       (select string_agg(substr(v.text, said.at[n] + 1, said.at[n + 1] - said.at[n]), ' … ' order by n)
        from generate_series(1, cardinality(said.at), 2) n, article_version v
        where v.id = s.article_version_id) as corrected_content,
       r.corrected_no_stance, r.corrected_no_claim, r.corrected_claim_polarity
from review r
join statement s on s.article_version_id = r.article_version_id
  -- The same row is the same reading whatever its speaker is called since; after a new analysis the name must be the same.
  and (r.statement_id = s.id or r.speaker_name in (s.speaker_name, s.read_speaker_name))
  and r.content_start = (select min(p.span_start) from statement_content_span p where p.statement_id = s.id)
  and r.content_end = (select max(p.span_end) from statement_content_span p where p.statement_id = s.id)
cross join lateral (
  select case when r.corrected_start is not null
    then corrected_content(r.corrected_spans, r.corrected_start, r.corrected_end, s.id) end as at) said
where r.undone_at is null
order by s.id, r.created_at desc, r.id desc;
drop function moved_spans(bigint, integer, integer);
