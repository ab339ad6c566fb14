-- One db-scheduler queue per consuming module: a service never sees a task that it does not know, and the depth of
-- a queue says which module needs another replica. Columns are db-scheduler's own.

do $$
declare queue text;
begin
  foreach queue in array array['ingest_task', 'analysis_task', 'web_task'] loop
    execute format($ddl$
      create table %1$I (
        task_name            text not null,
        task_instance        text not null,
        task_data            bytea,
        execution_time       timestamptz,
        picked               boolean not null,
        picked_by            text,
        last_success         timestamptz,
        last_failure         timestamptz,
        consecutive_failures integer,
        last_heartbeat       timestamptz,
        version              bigint not null,
        priority             smallint,
        state                text,
        primary key (task_name, task_instance)
      );
      create index %1$s_due on %1$I (execution_time);
      create index %1$s_heartbeat on %1$I (last_heartbeat);
    $ddl$, queue);
  end loop;
end
$$;
