-- Some outlets print a day and no time. Such an article is held at the start of its day, but must not count as the
-- first to report what others reported with a time on that day.
alter table article_version
  add column published_day_only boolean not null default false,
  add check (not published_day_only or published_at is not null);
