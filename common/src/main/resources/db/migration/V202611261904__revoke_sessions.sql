-- Sessions that the sign-in service has ended: every replica reads them here, whichever of them was told.
create table session_revocation (
  session_id text primary key,
  revoked_at timestamptz not null
);
create index session_revocation_age on session_revocation (revoked_at);
