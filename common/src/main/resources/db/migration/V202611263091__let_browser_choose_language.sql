-- Nobody could choose a language before, so nobody has: the browser's holds until somebody does.
alter table account alter column language drop not null, alter column language drop default;
update account set language = null;
alter table account add constraint account_language_is_spoken check (language in ('en', 'de', 'ar'));
