-- What an administrator may know of the installation: figures and names of kinds, never a word of anybody's. Each function
-- looks with its owner's rights and tells only this; the organisation is taken from the context.

create function installation_facts() returns table (server text, database_bytes bigint, migrations integer, newest_migration text, migrated_at timestamptz)
	language sql stable security definer set search_path = pg_catalog, public as $$
	select current_setting('server_version'), pg_database_size(current_database()), count(*)::int, max(name), max(applied_at)
	from public.schema_migration where (select public.app_actor_kind()) in ('worker', 'system')
$$;
revoke all on function installation_facts() from public;
grant execute on function installation_facts() to opora_app;

-- The product's own jobs, by the clock, belong to no organisation; every administrator may see that they run.
create function jobs.standing() returns table (id bigint, task text, run_at timestamptz, made_at timestamptz, tried_at timestamptz,
		attempts integer, attempts_max integer, under_way boolean, own boolean)
	language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
	if public.app_actor_kind() is distinct from 'worker' then raise exception 'not for this actor'; end if;
	return query select j.id, t.identifier, j.run_at, j.created_at, case when j.attempts > 0 then j.updated_at end,
			j.attempts::int, j.max_attempts::int, j.locked_at is not null, j.payload ->> 'organisationId' is not null
		from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
		where coalesce(j.payload ->> 'organisationId', public.app_organisation()::text) = public.app_organisation()::text
		order by j.attempts desc, j.run_at limit 200;
end $$;
alter function jobs.standing() owner to opora_jobs;
revoke all on function jobs.standing() from public;
grant execute on function jobs.standing() to opora_app;

-- Only a job of the actor's own organisation that has failed and that nobody works on is begun again.
create function jobs.again(job bigint, at timestamptz) returns text
	language plpgsql security definer set search_path = pg_catalog, public as $$
declare
	found_task text;
begin
	if public.app_actor_kind() is distinct from 'worker' then raise exception 'not for this actor'; end if;
	select t.identifier into found_task from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
		where j.id = job and j.attempts > 0 and j.locked_at is null and j.payload ->> 'organisationId' = public.app_organisation()::text
		for update of j;
	if found_task is not null then perform graphile_worker.reschedule_jobs(array[job], run_at => at, attempts => 0); end if;
	return found_task;
end $$;
alter function jobs.again(bigint, timestamptz) owner to opora_jobs;
revoke all on function jobs.again(bigint, timestamptz) from public;
grant execute on function jobs.again(bigint, timestamptz) to opora_app;
