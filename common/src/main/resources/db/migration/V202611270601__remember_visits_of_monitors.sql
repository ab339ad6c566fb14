-- When a person last looked at a monitor: what came since is new to that person.

create table monitor_visit (
  team_id    bigint not null references team on delete cascade,
  monitor_id bigint not null references monitor on delete cascade,
  account_id bigint not null references account on delete cascade,
  -- The newest look of the visit that goes on, or went on last.
  looked_at  timestamptz not null,
  -- The last look of the visit before it; null in the first.
  before_at  timestamptz,
  primary key (monitor_id, account_id),
  check (before_at < looked_at)
);
create index monitor_visit_account on monitor_visit (account_id);
-- Who looked when is nobody else's business.
call protect_team_table('monitor_visit', audited => 'none');
