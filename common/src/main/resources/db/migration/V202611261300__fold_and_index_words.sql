-- Words are sought folded: without case, accents and Arabic spelling variants, the same in a text and in a query.
-- Bodies are in the SQL standard's form, bound when they are created: a dump is restored with an empty search path.

-- Lower case; compatibility forms resolved; accents, vowel signs, tatweel and invisible marks gone; alef forms one alef,
-- teh marbuta a heh, alef maqsura a yeh, Eastern digits Western ones; then words and numbers with one space between.
create function fold(given text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace(
    replace(replace(replace(replace(
      translate(
        regexp_replace(
          normalize(lower(given collate pg_catalog."pg_c_utf8"), NFKD),
          '[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]',
          '', 'g'),
        'ٱةىیکہھøłđħıςʼ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
        'اهييكههoldhiσ''01234567890123456789'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th') collate pg_catalog."pg_c_utf8",
    '[^[:alnum:]]+', ' ', 'g'));

-- What a name is compared with; null, which equals nothing, where no letter or digit is left.
create function sought(given text) returns text
  language sql immutable strict parallel safe
  return nullif(fold(given), '');

create function words_of(given text) returns tsvector
  language sql immutable strict parallel safe
  return to_tsvector('simple'::regconfig, fold(given));

-- One word, or several in a row.
create function wanted(given text) returns tsquery
  language sql immutable strict parallel safe
  return phraseto_tsquery('simple'::regconfig, fold(given));

-- The same, the last word only as it begins.
create function wanted_prefix(given text) returns tsquery
  language sql immutable strict parallel safe
  return case when numnode(wanted(given)) = 0 then wanted(given) else (wanted(given)::text || ':*')::tsquery end;

-- Either before the other, at most so many words on.
create function near(one tsquery, other tsquery, within integer) returns tsquery
  language plpgsql immutable strict parallel safe as $$
declare
  found tsquery := tsquery_phrase(one, other, 1) || tsquery_phrase(other, one, 1);
begin
  for distance in 2..within loop
    found := found || tsquery_phrase(one, other, distance) || tsquery_phrase(other, one, distance);
  end loop;
  return found;
end
$$;

-- Texts apart from each other by more words than any nearness that can be asked for: no phrase reaches across.
create function apart(one tsvector, other tsvector) returns tsvector
  language sql immutable parallel safe
  return ts_delete(coalesce(one, '') || '''|'':100'::tsvector || coalesce(other, ''), '|');

-- Names, folded once and not at each search.
alter table outlet add column folded text generated always as (fold(name)) stored;
alter table actor add column folded text generated always as (fold(name)) stored;
alter table actor_alias add column folded text generated always as (fold(alias)) stored;
alter table statement add column speaker_folded text generated always as (fold(speaker_name)) stored;
alter table stance add column folded text generated always as (fold(target)) stored;
alter table attribution_hop add column folded text generated always as (fold(name)) stored;
alter table claim add column words tsvector generated always as (words_of(left(text, 100000))) stored;
alter table story add column words tsvector generated always as (words_of(left(title, 100000))) stored;
create index claim_words on claim using gin (words);
create index story_words on story using gin (words);

-- What a statement is found by: its speaker's name, what was said, and the claim that it makes. A table beside it, since
-- the claim comes after the statement and a wide row would be written twice.
create table statement_words (
  statement_id bigint primary key references statement on delete cascade,
  words        tsvector not null
);
create index statement_words_words on statement_words using gin (words);

create function store_statement_words(statements bigint[]) returns void language sql
begin atomic
  insert into statement_words (statement_id, words)
  select s.id, apart(apart(words_of(left(s.speaker_name, 100000)), words_of(left(s.content, 100000))), c.words)
  from statement s
  left join claim_statement cs on cs.statement_id = s.id
  left join claim c on c.id = cs.claim_id
  where s.id = any (statements)
  on conflict (statement_id) do update set words = excluded.words;
end;

create function keep_statement_words() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'claim' then
    perform store_statement_words(array(select statement_id from claim_statement where claim_id = new.id));
  elsif tg_table_name = 'statement' then
    perform store_statement_words(array[new.id]);
  else
    perform store_statement_words(array[old.statement_id, new.statement_id]);
  end if;
  return null;
end
$$;
create trigger statement_words_kept after insert or update of speaker_name, content on statement
  for each row execute function keep_statement_words();
create trigger statement_words_kept after insert or update or delete on claim_statement
  for each row execute function keep_statement_words();
create trigger statement_words_kept after update of text on claim
  for each row execute function keep_statement_words();

-- What an article is found by: its headline and its text; and its topic: its headline and its section. A text counts up
-- to its 200,000th character: the index's own limit lies beyond, and a page of more is no article.
create table article_version_words (
  article_version_id bigint primary key references article_version on delete cascade,
  words              tsvector not null,
  topic              tsvector not null
);
create index article_version_words_words on article_version_words using gin (words);
create index article_version_words_topic on article_version_words using gin (topic);

create function store_article_version_words(versions bigint[]) returns void language sql
begin atomic
  insert into article_version_words (article_version_id, words, topic)
  select v.id,
         apart(words_of(left(v.title, 10000)), words_of(left(v.text, 200000))),
         apart(words_of(left(v.title, 10000)), words_of(left(v.section, 10000)))
  from article_version v
  where v.id = any (versions)
  on conflict (article_version_id) do update set words = excluded.words, topic = excluded.topic;
end;

create function keep_article_version_words() returns trigger language plpgsql as $$
begin
  perform store_article_version_words(array[new.id]);
  return null;
end
$$;
create trigger article_version_words_kept after insert or update of title, text, section on article_version
  for each row execute function keep_article_version_words();

select store_statement_words(array(select id from statement));
select store_article_version_words(array(select id from article_version));
