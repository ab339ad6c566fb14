-- What a team's people said of readings, reading by reading: what leaves the house (digests, alerts, shared lists, exports)
-- asks this view. Row-level security is the only condition on the team: nobody asks for another's.

-- Whoever holds a shared list's link sees it as its team judged it, and so the team's reviews beside the link itself.
create policy by_shared_list on review for select
  using (team_id in (select l.team_id from share_link l where l.token_hash = claimwatch_token()));

-- A moved span moves the outer ends: what lies between the parts of a split quotation stays outside it.
create function moved_spans(moved bigint, moved_start integer, moved_end integer)
  returns table (ordinal integer, span_start integer, span_end integer) language sql stable as $$
  with kept as (
    select p.ordinal, p.span_start, p.span_end, min(p.ordinal) over () as first, max(p.ordinal) over () as last
    from statement_content_span p
    where p.statement_id = moved and p.span_end > moved_start and p.span_start < moved_end
  )
  select ordinal, case ordinal when first then moved_start else span_start end, case ordinal when last then moved_end else span_end end
  from kept
  union all
  select 0, moved_start, moved_end where moved_start < moved_end and not exists (select from kept)
$$;

-- The newest word on a reading counts, whoever of the team gave it; what was undone does not.
create view judged_statement with (security_invoker = true) as
select distinct on (s.id) s.id as statement_id, r.verdict, r.comment, r.created_at, r.corrected_speaker, r.corrected_target,
       r.corrected_polarity, r.corrected_claim_id,
       -- Said to make another claim than it does, as claims are merged today.
       coalesce((select e.claim from claim_end(r.corrected_claim_id) e), r.corrected_claim_id)
         <> (select cs.claim_id from claim_statement cs where cs.statement_id = s.id) as of_other_claim,
       (select string_agg(m.span_start || '-' || m.span_end, '; ' order by m.ordinal)
        from moved_spans(s.id, r.corrected_start, r.corrected_end) m) as corrected_spans,
       (select string_agg(substr(v.text, m.span_start + 1, m.span_end - m.span_start), ' … ' order by m.ordinal)
        from moved_spans(s.id, r.corrected_start, r.corrected_end) m, article_version v
        where v.id = s.article_version_id) as corrected_content
from review r
join statement s on s.article_version_id = r.article_version_id
  -- The same row is the same reading whatever its speaker is called since; after a new analysis the name must be the same.
  and (r.statement_id = s.id or r.speaker_name in (s.speaker_name, s.read_speaker_name))
  and r.content_start = (select min(p.span_start) from statement_content_span p where p.statement_id = s.id)
  and r.content_end = (select max(p.span_end) from statement_content_span p where p.statement_id = s.id)
where r.undone_at is null
order by s.id, r.created_at desc, r.id desc;
