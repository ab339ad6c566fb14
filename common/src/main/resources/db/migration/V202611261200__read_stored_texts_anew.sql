-- Which analyses have run here, in the order in which they came: the last one reads anew what earlier ones read, and
-- none overwrites what a later one read, while replicas of both run. Delete a row to go back to the one before.
create sequence analysis_release_seq increment by 1;
create table analysis_release (
  id           bigint primary key default nextval('analysis_release_seq'),
  name         text not null unique check (name <> ''),
  first_run_at timestamptz not null default now()
);

-- Versions by who read them, newest first: finds what is left to read anew without looking at the rest.
create index article_version_analysis on article_version (analysis_version, id desc) where analysis_version is not null;

-- A text that an analysis could not read, however often it tried, and why.
create table analysis_failure (
  article_version_id bigint primary key references article_version on delete cascade,
  analysis_version   text not null,
  error              text not null check (error <> ''),
  failed_at          timestamptz not null default now()
);
