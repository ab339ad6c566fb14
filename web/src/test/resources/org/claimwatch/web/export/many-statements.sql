-- As many statements as the setting claimwatch.rows says, four to an article, a quarter of them making one of many claims.
-- Without triggers, but what pages count is made at the end: what words they are found by is no matter here. Words are drawn so that the first of them stand in a third of all statements and the last in hardly any.
select setseed(0.42);
create temporary table vocabulary as
  select i as number, case i when 1 then 'ceasefire' when 10 then 'observers' when 40 then 'dam' when 200 then 'vaccine'
                             else 'w' || substr(md5(i::text), 1, 5) end as word
  from generate_series(1, 6000) i;
create unique index on vocabulary (number);
create temporary table draw as
  with drawn as materialized (
    select n, k, 1 + floor(6000 * power(random(), 4))::int as number
    from generate_series(1, 20000) n cross join generate_series(1, 24) k)
  select n, string_agg(v.word, ' ' order by k) as words from drawn d join vocabulary v on v.number = d.number group by n;
create unique index on draw (n);
insert into outlet (id, name, home_url, country, language)
  select 5000000 + i, 'Outlet ' || i, 'https://many' || i || '.example/',
         (array['DE', 'GB', 'FR', 'EG', 'US'])[1 + i % 5], (array['en', 'de', 'en', 'ar', 'en'])[1 + i % 5]
  from generate_series(1, 40) i;
insert into actor (id, name, kind) select 5000000 + i, 'Speaker ' || i, 'PERSON' from generate_series(1, 3000) i;
insert into claim (id, text, language, check_worthy)
  select 5000000 + i, 'Claim ' || i, 'en', (i % 10) / 10.0 from generate_series(1, 5000) i;
insert into article (id, outlet_id, url, fetch_state)
  select 5000000 + i, 5000000 + 1 + i % 40, 'https://many.example/' || i, 'FETCHED'
  from generate_series(1, current_setting('claimwatch.rows')::int / 4) i;
insert into article_version (id, article_id, number, title, text, language, section, published_at, fetched_at, content_hash,
                             analysed_at, analysis_version, told_at, is_current)
  select 5000000 + i, 5000000 + i, 1, 'Headline ' || i, d.words, o.language, 'World',
         timestamptz '2025-01-01' + i * interval '3 minutes', timestamptz '2025-01-01', 'many-' || i, timestamptz '2025-01-01', 'many',
         timestamptz '2025-01-01' + i * interval '3 minutes', true
  from generate_series(1, current_setting('claimwatch.rows')::int / 4) i
  join draw d on d.n = 1 + i % 20000 join outlet o on o.id = 5000000 + 1 + i % 40;
insert into statement (id, article_version_id, ordinal, speaker_id, speaker_name, speaker_kind, form, content, confidence, check_worthy)
  select 5000000 + i, 5000000 + 1 + (i - 1) / 4, i % 4, 5000000 + 1 + (i * 7919::bigint) % 3000, 'Speaker ' || 1 + (i * 7919::bigint) % 3000,
         'PERSON', (array['DIRECT', 'INDIRECT', 'MIXED'])[1 + i % 3], d.words, 0.9, (i % 10) / 10.0
  from generate_series(1, current_setting('claimwatch.rows')::int) i join draw d on d.n = 1 + (i * 31::bigint) % 20000;
insert into statement_content_span (statement_id, ordinal, span_start, span_end)
  select 5000000 + i, 0, 0, 10 from generate_series(1, current_setting('claimwatch.rows')::int) i;
insert into stance (article_version_id, statement_id, holder, target, polarity, confidence, evidence_start, evidence_end)
  select s.article_version_id, s.id, 'SPEAKER', 'Target ' || s.id % 50, (array['FAVOR', 'AGAINST', 'NEUTRAL'])[1 + s.id % 3], 0.8, 0, 10
  from statement s where s.id > 5000000 and s.id % 2 = 0;
insert into claim_statement (claim_id, statement_id, polarity, confidence)
  select 5000000 + 1 + s.id % 5000, s.id, case s.id % 3 when 0 then 'DENIES' else 'ASSERTS' end, 0.9
  from statement s where s.id > 5000000 and s.id % 4 = 1;
drop table vocabulary, draw;
analyze outlet, actor, claim, article, article_version, statement, stance, claim_statement;

select rebuild_told();
