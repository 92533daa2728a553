-- Whoever begins with what was typed is looked for first, and only where those are few whoever nearly does: a common first name is found
-- with one term and not with one for every letter that may be wrong, and nobody who is nearly called so takes a place of who is.
-- Where thousands begin with the one word that was typed, a few thousand of them are looked at and not all: the index goes on to its end,
-- and of a million people that took longer than everything else of the page.
create or replace function finder.find_persons(words jsonb, only_mine boolean, at_most integer) returns table (person_id uuid)
	language plpgsql stable security definer set search_path = pg_catalog, public set enable_seqscan = off set enable_indexscan = off as $$
declare
	here constant uuid := app_organisation();
	enough constant integer := least(at_most, 200);
	withheld constant uuid[] := access.withheld();
	word jsonb;
	condition text := '';
	mine uuid[] := '{}';
	begins integer[] := '{}';
	fitting uuid[] := '{}';
begin
	if app_actor_kind() is distinct from 'worker' or jsonb_array_length(words) not between 1 and 8 then return; end if;
	for word in select jsonb_array_elements(words) loop
		begins := begins || (word ->> 0)::integer;
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
	else
		-- Of two words each would be thinned out by itself, and few would be left who have both.
		if cardinality(begins) = 1 then perform set_config('gin_fuzzy_search_limit', '3000', true); end if;
		fitting := array(select s.person_id from person_search s
			where s.organisation_id = here and s.person_id <> all (withheld) and s.hashes @> begins limit enough);
		perform set_config('gin_fuzzy_search_limit', '0', true);
	end if;
	if cardinality(fitting) < enough then
		execute 'select array(select s.person_id from person_search s
			where s.organisation_id = $1 and s.person_id <> all ($3)' || condition || ' limit $2)'
			into fitting using here, enough, withheld, mine;
	end if;
	return query select distinct coalesce(p.merged_into, p.id) from person p where p.organisation_id = here and p.id = any (fitting);
end $$;
