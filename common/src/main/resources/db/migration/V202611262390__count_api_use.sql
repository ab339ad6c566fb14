-- How often each account asked the API within a minute; lost in a crash, and then begun anew.
create unlogged table api_use (
  subject text primary key,
  minute  bigint not null,
  asked   integer not null
);
