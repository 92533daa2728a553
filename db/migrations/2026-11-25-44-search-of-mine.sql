-- Whoever searches among their own people alone: these are looked up first, with all records of each, and the words are asked of
-- them. Asked the other way round, everybody in the organisation who fits the words was looked at.
create or replace function finder.find_persons(words jsonb, only_mine boolean, at_most integer) returns table (person_id uuid)
	language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
	here constant uuid := app_organisation();
	word jsonb;
	condition text := '';
	mine uuid[] := '{}';
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
	return query execute
		'select distinct found.stays from (
			select (select coalesce(p.merged_into, p.id) from person p where p.organisation_id = $1 and p.id = s.person_id) as stays
			from person_search s where s.organisation_id = $1 and s.person_id <> all ($3)' || condition || ' limit $2) as found'
		using here, least(at_most, 200), access.withheld(), mine;
end $$;
