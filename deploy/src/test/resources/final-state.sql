-- What a run leaves, table by table, named as outlets and people would name it: never by ids, never by when it was written.
-- Each part begins with "--#", a table, and how it is compared:
--   once     run before the others
--   arrival  the same as after any other run
--   reading  the same as after another reading of the same texts in the same order: claims and stories are joined as the
--            texts come, so the order decides what the first of them is
--   apart    not compared here, and why
-- Of tables that are not named here rows are counted.

--# names once
create temp view art as select a.id, o.name || ' ' || a.url as key from article a join outlet o on o.id = a.outlet_id;
create temp view ver as select v.id, art.key || ' #' || v.number as key from article_version v join art on art.id = v.article_id;
create temp view st as select s.id, ver.key || ' @' || s.ordinal as key from statement s join ver on ver.id = s.article_version_id;
create temp view cl as select c.id, c.text || coalesce(' by ' || string_agg(st.key, ', ' order by st.key), ' by nobody') as key
  from claim c left join claim_statement cs on cs.claim_id = c.id left join st on st.id = cs.statement_id group by c.id;
create temp view sto as select t.id, t.title || coalesce(' in ' || string_agg(art.key, ', ' order by art.key), ' in nothing') as key
  from story t left join story_article sa on sa.story_id = t.id left join art on art.id = sa.article_id group by t.id;

--# outlet arrival
select row(name, home_url, country, language, ownership, retention_days)::text from outlet;

--# feed arrival (validators and times of polls are what a poll found at its time)
select row(o.name, f.url, f.kind, f.title, f.state, f.trouble, f.consecutive_failures, f.body_hash)::text
from feed f join outlet o on o.id = f.outlet_id;

--# article arrival (times of looks, past and to come, are the run's own)
select row(art.key, a.announced_title, a.announced_at, a.fetch_state, a.fetch_error, a.etag, a.last_modified,
           a.missing_since is null, a.withdrawn_at, a.expired_at)::text
from article a join art on art.id = a.id;

--# article_version arrival
select row(ver.key, v.title, md5(v.text), v.language, v.authors, v.section, v.image_url, v.published_at, v.published_day_only,
           v.modified_at, v.content_hash, v.analysis_version)::text
from article_version v join ver on ver.id = v.id;

--# article_version_words arrival
select row(ver.key, md5(w.words::text), md5(w.topic::text))::text
from article_version_words w join ver on ver.id = w.article_version_id;

--# article_address arrival
select row(o.name, d.address, art.key)::text
from article_address d join outlet o on o.id = d.outlet_id join art on art.id = d.article_id;

--# article_signature arrival
select row(art.key, ver.key, s.bands)::text
from article_signature s join art on art.id = s.article_id join ver on ver.id = s.article_version_id;

--# near_duplicate arrival (of two that appeared at the same time the one that came first is the earlier: compared as pairs)
select row(least(one.key, other.key), greatest(one.key, other.key), round(n.similarity::numeric, 4),
           round(n.containment::numeric, 4))::text
from near_duplicate n join ver one on one.id = n.earlier_version_id join ver other on other.id = n.later_version_id;

--# named_origin arrival
select row(ver.key, n.name, n.evidence, n.span_start, n.span_end)::text
from named_origin n join ver on ver.id = n.article_version_id;

--# archived_page arrival (its file is looked for by itself)
select row(ver.key, p.address, p.status, p.content_type, p.content_encoding, p.payload_sha256, p.payload_length,
           p.archived_at is not null, p.waiting is null, p.error, p.ends_early)::text
from archived_page p join ver on ver.id = p.article_version_id;

--# archived_following_page arrival
select row(ver.key, p.number, p.address, p.payload_sha256, p.payload_length)::text
from archived_following_page p join ver on ver.id = p.article_version_id;

--# page_under_way arrival
select row(art.key, p.number)::text from page_under_way p join art on art.id = p.article_id;

--# statement arrival (speaker_id: see actor)
select row(st.key, s.speaker_name, s.speaker_kind, s.speaker_affiliation, s.mention_start, s.mention_end, s.cue_start,
           s.cue_end, s.form, s.content, s.confidence, s.check_worthy)::text
from statement s join st on st.id = s.id;

--# statement_content_span arrival
select row(st.key, p.ordinal, p.span_start, p.span_end)::text
from statement_content_span p join st on st.id = p.statement_id;

--# attribution_hop arrival
select row(st.key, h.position, h.kind, h.name, h.span_start, h.span_end)::text
from attribution_hop h join st on st.id = h.statement_id;

--# stance arrival
select row(ver.key, st.key, s.holder, s.target, s.polarity, s.confidence, s.evidence_start, s.evidence_end)::text
from stance s join ver on ver.id = s.article_version_id left join st on st.id = s.statement_id;

--# claim_statement arrival (which statements claim something at all)
select st.key from claim_statement cs join st on st.id = cs.statement_id;

--# story_article arrival (that each article has its story)
select art.key from story_article sa join art on art.id = sa.article_id;

--# actor arrival (who speaks at all)
select row(a.name, a.kind)::text from actor a;

--# analysis_failure arrival
select row(ver.key, f.error)::text from analysis_failure f join ver on ver.id = f.article_version_id;

--# actor reading
select row(a.name, a.kind, a.affiliation, (select string_agg(st.key, ', ' order by st.key) from statement s
           join st on st.id = s.id where s.speaker_id = a.id))::text
from actor a;

--# actor_alias reading
select row(a.name, a.kind, l.alias)::text from actor_alias l join actor a on a.id = l.actor_id;

--# claim reading
select row(cl.key, c.language, c.check_worthy)::text from claim c join cl on cl.id = c.id;

--# claim_statement reading
select row(cl.key, st.key, cs.polarity, round(cs.confidence::numeric, 4))::text
from claim_statement cs join cl on cl.id = cs.claim_id join st on st.id = cs.statement_id;

--# claim_relation reading
select row(one.key, other.key, r.kind, round(r.confidence::numeric, 4))::text
from claim_relation r join cl one on one.id = r.from_claim_id join cl other on other.id = r.to_claim_id;

--# relation_evidence reading
select row(st.key, e.kind, e.cue_start, e.cue_end, e.claimed_start, e.claimed_end, e.claimed, e.language, e.outlets,
           e.claim_relation_id is null)::text
from relation_evidence e join st on st.id = e.statement_id;

--# story reading
select sto.key from sto;

--# story_article reading
select row(sto.key, art.key, round(sa.confidence::numeric, 4))::text
from story_article sa join sto on sto.id = sa.story_id join art on art.id = sa.article_id;

--# statement_words reading
select row(st.key, md5(w.words::text))::text from statement_words w join st on st.id = w.statement_id;

--# analysis_release apart: who has read here before
--# archive_removal apart: a file is announced before it is written, and what a kill leaves of it is removed a day later
--# audit_entry apart: what people did; the test itself sets things up in between
--# feed_rhythm apart: weights of when entries came, which fade by the hour
--# fetch_place apart: whose turn it is
--# host_slot apart: whose turn it is
--# ingest_task apart: that nothing waits but the recurring tasks is awaited before
--# analysis_task apart: likewise
--# web_task apart: likewise
--# digest apart: editions are counted and compared with what was caught, see Editions
--# digest_issue apart: likewise
--# digest_told apart: likewise
--# mail_letter apart: likewise
--# mail_delivery apart: likewise
--# alert apart: likewise
--# alert_channel apart: likewise
--# alert_delivery apart: likewise
--# alert_key apart: likewise
--# alert_notice apart: likewise
--# alert_rule apart: likewise
--# mail_address apart: likewise
--# team apart: likewise
--# monitor apart: likewise
