-- A team that already watches something, keyed by the account ids of deploy/keycloak/claimwatch-realm.json.
insert into account (subject, name, email, time_zone)
values ('c1a10000-0000-4000-8000-000000000001', 'Ada Lindqvist', 'ada@river-desk.example', 'Europe/Berlin')
on conflict (subject) do nothing;

-- As at that account's first sign-in, which makes its team.
select set_config('claimwatch.signing_in', id::text, true) from account
where subject = 'c1a10000-0000-4000-8000-000000000001';

insert into team (slug, name) values ('river-desk', 'River desk') on conflict (slug) do nothing;

insert into membership (team_id, account_id, role, group_role)
select team.id, account.id, 'ADMIN', 'ADMIN'
from team, account
where team.slug = 'river-desk' and account.subject = 'c1a10000-0000-4000-8000-000000000001'
on conflict (team_id, account_id) do nothing;

-- The rest is the team's own.
select set_config('claimwatch.teams', id::text, true) from team where slug = 'river-desk';

insert into monitor (team_id, name, query, created_by)
select team.id, 'Orrin ceasefire', 'ceasefire', account.id
from team, account
where team.slug = 'river-desk' and account.subject = 'c1a10000-0000-4000-8000-000000000001'
on conflict (team_id, name) do nothing;

insert into digest (team_id, monitor_id, send_at, time_zone, recipients)
select monitor.team_id, monitor.id, '07:00', 'Europe/Berlin', array['ada@river-desk.example', 'ben@river-desk.example']
from monitor join team on team.id = monitor.team_id
where team.slug = 'river-desk' and monitor.name = 'Orrin ceasefire'
on conflict (monitor_id) where account_id is null do nothing;
