-- A service waits for its release's tables, and the operators' page names the newest: both read what Flyway wrote down.
grant select on flyway_schema_history to claimwatch_app;
