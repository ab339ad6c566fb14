-- Articles of several outlets with nearly the same text: linked, never merged.

-- The newest text of each article, reduced to the bands of its MinHash: two that share a band are compared.
create table article_signature (
  article_id         bigint primary key references article on delete cascade,
  article_version_id bigint not null references article_version on delete cascade,
  bands              integer[] not null
);
create index article_signature_bands on article_signature using gin (bands);
create index article_signature_version on article_signature (article_version_id);

create table near_duplicate (
  earlier_article_id bigint not null references article on delete cascade,
  later_article_id   bigint not null references article on delete cascade,
  earlier_version_id bigint not null references article_version on delete cascade,
  later_version_id   bigint not null references article_version on delete cascade,
  -- Shingles that both have, as a share of those that either has, and of those of the shorter text.
  similarity         real not null check (similarity between 0 and 1),
  containment        real not null check (containment between 0 and 1),
  found_at           timestamptz not null,
  primary key (earlier_article_id, later_article_id),
  check (earlier_article_id <> later_article_id)
);
create index near_duplicate_later on near_duplicate (later_article_id);
create index near_duplicate_earlier_version on near_duplicate (earlier_version_id);
create index near_duplicate_later_version on near_duplicate (later_version_id);

-- Whom a text names as its first publisher, and where it does: in the text, or (no span) in its byline.
create table named_origin (
  article_version_id bigint primary key references article_version on delete cascade,
  name               text not null check (name <> ''),
  evidence           text not null check (evidence <> ''),
  span_start         integer,
  span_end           integer,
  check (num_nulls(span_start, span_end) in (0, 2) and (span_start is null or 0 <= span_start and span_start < span_end))
);
create index named_origin_name on named_origin (lower(name));
