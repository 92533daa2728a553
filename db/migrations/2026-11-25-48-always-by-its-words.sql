-- Whoever is looked for is found by the index of the words, always. How many fit cannot be guessed for hashes: where it was guessed to be
-- many, everybody was read until enough had been found, and for a rare name that is everybody. So the words are asked with the index
-- alone, which stops as early, and only then whose records were found.
create or replace function finder.find_persons(words jsonb, only_mine boolean, at_most integer) returns table (person_id uuid)
	language plpgsql stable security definer set search_path = pg_catalog, public set enable_seqscan = off set enable_indexscan = off as $$
declare
	here constant uuid := app_organisation();
	word jsonb;
	condition text := '';
	mine uuid[] := '{}';
	fitting uuid[];
begin
	if app_actor_kind() is distinct from 'worker' or jsonb_array_length(words) not between 1 and 8 then return; end if;
	for word in select jsonb_array_elements(words) loop
		condition := condition || format(' and s.hashes && %L::integer[]',
			'{' || (select string_agg(value::integer::text, ',') from jsonb_array_elements_text(word)) || '}');
	end loop;
	if only_mine then
		mine := array(
			select g.subject_id from access.grant_ g where g.organisation_id = here and g.worker_id = app_worker()
				and g.relation <> 'screened' and access.holds(g.relation, g.from_at, g.to_at)
			union
			select t.subject_id from access.team_member m join access.subject_team t
				on t.organisation_id = m.organisation_id and t.team_id = m.team_id
				where m.organisation_id = here and m.worker_id = app_worker() and m.to_at is null);
		mine := array(
			select r.id from person p cross join lateral (select coalesce(p.merged_into, p.id) as id
				union all select o.id from person o where o.organisation_id = here and o.merged_into = coalesce(p.merged_into, p.id)) r
			where p.organisation_id = here and p.id = any (mine));
		condition := condition || ' and s.person_id = any ($4)';
	end if;
	execute 'select array(select s.person_id from person_search s
		where s.organisation_id = $1 and s.person_id <> all ($3)' || condition || ' limit $2)'
		into fitting using here, least(at_most, 200), access.withheld(), mine;
	return query select distinct coalesce(p.merged_into, p.id) from person p where p.organisation_id = here and p.id = any (fitting);
end $$;
