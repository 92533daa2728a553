-- Jobs carry ids only, and are put in the queue by the transaction that needs them (decisions 13, 19).

create schema jobs;
grant usage on schema jobs to opora_app, opora_jobs;
grant create on schema jobs to opora_jobs;

create function jobs.enqueue(task text, organisation uuid, subject uuid, run_at timestamptz, job_key text) returns void
	language plpgsql security definer set search_path = pg_catalog, public as $$
begin
	if task !~ '^[a-z][a-z0-9-]{1,39}$' then raise exception 'not the name of a task'; end if;
	perform graphile_worker.add_job(task, json_build_object('organisationId', organisation, 'id', subject), run_at => run_at, job_key => job_key);
end $$;
alter function jobs.enqueue(text, uuid, uuid, timestamptz, text) owner to opora_jobs;
revoke all on function jobs.enqueue(text, uuid, uuid, timestamptz, text) from public;
grant execute on function jobs.enqueue(text, uuid, uuid, timestamptz, text) to opora_app;
