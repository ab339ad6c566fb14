-- The trace of the task that read a version last (W3C Trace Context, "00-<trace>-<span>-<flags>"), so that a digest that tells
-- of it can link to it.
alter table article_version add column read_trace text;
