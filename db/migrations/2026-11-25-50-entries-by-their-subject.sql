-- Who opened a file is looked for by whose file it is, always. Among fifty million entries the planner took what a subject has for much more
-- than it is, and read the journal backwards until fifty were found: to its beginning, for whoever has fewer.
create or replace function finder.entries_about(subject uuid, before_at timestamp with time zone, before_id uuid, at_most integer)
	returns table (at timestamp with time zone, id uuid)
	language plpgsql stable security definer set search_path = pg_catalog, public set enable_seqscan = off set enable_indexscan = off rows 50 as $$
declare
	records uuid[];
begin
	if app_actor_kind() is distinct from 'worker' then return; end if;
	records := array(select subject union all select p.id from person p where p.organisation_id = app_organisation() and p.merged_into = subject);
	return query
		select j.at, j.id from journal j
		where j.organisation_id = app_organisation() and j.subject_ids && records
			and (j.at, j.id) < (before_at, before_id)
		order by j.at desc, j.id desc limit least(at_most, 200);
end $$;
