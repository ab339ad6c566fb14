-- Run once by a superuser, before the first migration: the role that owns the tables and the role of the services.
do $$
begin
  if not exists (select from pg_roles where rolname = 'claimwatch_owner') then
    create role claimwatch_owner login;
  end if;
  if not exists (select from pg_roles where rolname = 'claimwatch_app') then
    create role claimwatch_app login;
  end if;
end
$$;
