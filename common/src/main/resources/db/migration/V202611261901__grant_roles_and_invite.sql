-- Who belongs to a team: by a group of the sign-in service, by a grant of the team's admins, or by both; the stronger counts.

alter table membership add column group_role text check (group_role in ('VIEWER', 'ANALYST', 'EDITOR', 'ADMIN'));
alter table membership add column granted_role text check (granted_role in ('VIEWER', 'ANALYST', 'EDITOR', 'ADMIN'));
-- Until now every membership came from a group. The owner sees no team's rows while security is forced.
alter table membership no force row level security;
alter table membership disable trigger audited;
update membership set group_role = role;
alter table membership enable trigger audited;
alter table membership force row level security;
alter table membership add check (coalesce(role in (group_role, granted_role), false));

-- How strong a role is, for comparisons; 0 for none.
create function claimwatch_rank(role text) returns integer language sql immutable parallel safe
  return coalesce(array_position(array['VIEWER', 'ANALYST', 'EDITOR', 'ADMIN'], role), 0);

create sequence invitation_seq increment by 50;
create table invitation (
  id          bigint primary key default nextval('invitation_seq'),
  team_id     bigint not null references team on delete cascade,
  email       text not null check (email ~ '^[^@\s]+@[^@\s]+$'),
  role        text not null check (role in ('VIEWER', 'ANALYST', 'EDITOR', 'ADMIN')),
  -- SHA-256 of the token, which stands in the e-mail alone.
  token_hash  text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  invited_by  bigint not null references account,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  accepted_at timestamptz,
  accepted_by bigint references account,
  revoked_at  timestamptz,
  check ((accepted_at is null) = (accepted_by is null)),
  check (created_at < expires_at)
);
create index invitation_team on invitation (team_id, created_at desc);
call protect_team_table('invitation', untold => '{token_hash}');
create policy by_token on invitation for select using (token_hash = claimwatch_token());
