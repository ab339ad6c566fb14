-- A search for a speaker read every name that there is, several times for each page: the three letters of each place in a
-- name find it. The extension comes with PostgreSQL, and whoever owns a database may create it.
create extension if not exists pg_trgm;

/* What holds the words somewhere, as a pattern for LIKE. */
create function holding(words text) returns text language sql immutable strict parallel safe
  return '%' || regexp_replace(sought(words), '([\\%_])', '\\\1', 'g') || '%';

create index actor_folded on actor using gin (folded gin_trgm_ops);
create index actor_alias_folded on actor_alias using gin (folded gin_trgm_ops);
create index unnamed_speaker_folded on unnamed_speaker using gin (folded gin_trgm_ops);
