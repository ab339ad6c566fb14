-- Whoever speaks to the browser, or types in another way, may not want single keys to act (WCAG 2.1.4).
alter table account add column keyboard boolean not null default true;
