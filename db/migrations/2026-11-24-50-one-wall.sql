-- Who may come to what, said once: the records of a merged person, the days of a stand-in and what is restricted, together.

create or replace function access.relation_to(subject uuid) returns text language sql stable parallel safe as $$
	select case
		when exists (select 1 from access.grant_ g where g.organisation_id = (select app_organisation())
			and g.worker_id = (select app_worker()) and g.subject_id = any (of.records) and g.relation = 'screened' and g.to_at is null) then 'screened'
		when exists (select 1 from access.grant_ g where g.organisation_id = (select app_organisation())
			and g.worker_id = (select app_worker()) and g.subject_id = any (of.records) and g.relation in ('own', 'stand-in')
			and access.holds(g.relation, g.from_at, g.to_at)) then 'own'
		when exists (select 1 from access.subject_team s join access.team_member m
				on m.organisation_id = s.organisation_id and m.team_id = s.team_id and m.to_at is null
			where s.organisation_id = (select app_organisation()) and s.subject_id = any (of.records) and m.worker_id = (select app_worker())) then 'team'
		when exists (select 1 from access.grant_ g where g.organisation_id = (select app_organisation())
			and g.worker_id = (select app_worker()) and g.subject_id = any (of.records) and (g.relation = 'own'
				or (g.relation = 'stand-in' and g.from_at <= app_now() and g.to_at > g.from_at))) then 'former'
		when exists (select 1 from access.subject_team s
			where s.organisation_id = (select app_organisation()) and s.subject_id = any (of.records)) then 'other-team'
		else 'none'
	end
	from (select case
		-- Few records are merged: for all others there is nothing more to look up.
		when exists (select 1 from person p where p.organisation_id = (select app_organisation()) and p.merged_into is not null
			and (p.id = subject or p.merged_into = subject)) then array(select r.record from access.records_of(array[subject]) r)
		else array[subject] end as records offset 0) as of
$$;

create or replace function finder.find_persons(words jsonb, only_mine boolean, at_most integer) returns table (person_id uuid)
	language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
	word jsonb;
	condition text := '';
begin
	if app_actor_kind() is distinct from 'worker' or jsonb_array_length(words) not between 1 and 8 then return; end if;
	for word in select jsonb_array_elements(words) loop
		condition := condition || format(' and s.hashes && %L::integer[]',
			'{' || (select string_agg(value::integer::text, ',') from jsonb_array_elements_text(word)) || '}');
	end loop;
	if only_mine then
		condition := condition || ' and exists (select 1 from person p cross join lateral (select coalesce(p.merged_into, p.id) as id
				union all select o.id from person o where o.organisation_id = $1 and o.merged_into = coalesce(p.merged_into, p.id)) r
			where p.organisation_id = $1 and p.id = s.person_id and (exists (select 1 from access.grant_ g where g.organisation_id = $1
				and g.worker_id = $2 and g.subject_id = r.id and g.relation <> ''screened'' and access.holds(g.relation, g.from_at, g.to_at))
			or exists (select 1 from access.subject_team t join access.team_member m
				on m.organisation_id = t.organisation_id and m.team_id = t.team_id and m.to_at is null
				where t.organisation_id = $1 and t.subject_id = r.id and m.worker_id = $2)))';
	end if;
	return query execute
		'select distinct found.stays from (
			select (select coalesce(p.merged_into, p.id) from person p where p.organisation_id = $1 and p.id = s.person_id) as stays
			from person_search s where s.organisation_id = $1 and s.person_id <> all ($4)' || condition || ' limit $3) as found'
		using app_organisation(), app_worker(), least(at_most, 200), access.withheld();
end $$;

create or replace function access.reach_of(worker uuid) returns table (kind text, relation text, subjects bigint) language sql stable as $$
	with granted as (
		select g.subject_id, bool_or(g.relation = 'screened' and g.to_at is null) as screened,
			bool_or(g.relation in ('own', 'stand-in') and access.holds(g.relation, g.from_at, g.to_at)) as own,
			bool_or(g.relation = 'own' or (g.relation = 'stand-in' and g.from_at <= app_now() and g.to_at > g.from_at)) as once
		from access.grant_ g where g.organisation_id = (select app_organisation()) and g.worker_id = worker group by g.subject_id
	), in_team as (
		select distinct s.subject_id from access.subject_team s join access.team_member m
			on m.organisation_id = s.organisation_id and m.team_id = s.team_id and m.to_at is null
		where s.organisation_id = (select app_organisation()) and m.worker_id = worker
	), in_any as (
		select distinct s.subject_id from access.subject_team s where s.organisation_id = (select app_organisation())
	)
	select k.kind::text, case when g.screened then 'screened' when g.own then 'own' when t.subject_id is not null then 'team'
			when g.once then 'former' when a.subject_id is not null then 'other-team' else 'none' end, count(*)
	from subject_key k left join granted g using (subject_id) left join in_team t using (subject_id) left join in_any a using (subject_id)
	where k.organisation_id = (select app_organisation()) and k.kind in ('request', 'case', 'person')
	group by 1, 2
$$;

-- A proposer who takes back what they proposed ends its appointments with the finder's rights: it looks whether anybody came to one.
grant select (organisation_id, appointment_id, attendance, voided_at) on meeting to opora_finder;
create policy for_the_finder on meeting for select to opora_finder using (true);

-- An actor's kind compared in a list is guessed to let one row of a hundred through, and then whole tables are read where an
-- index would do. Said as a case it is not guessed at.
create or replace procedure protect_tenant(target regclass, rights text) language plpgsql as $$
begin
	execute format('alter table %s enable row level security', target);
	execute format('alter table %s force row level security', target);
	execute format('create policy of_the_organisation on %s to opora_app
		using (organisation_id = (select app_organisation()) and case (select app_actor_kind()) when ''worker'' then true when ''system'' then true else false end)
		with check (organisation_id = (select app_organisation()) and case (select app_actor_kind()) when ''worker'' then true when ''system'' then true else false end)', target);
	execute format('grant %s on %s to opora_app', rights, target);
end $$;

do $$
declare
	target regclass;
begin
	for target in select polrelid::regclass from pg_policy where polname = 'of_the_organisation' and polcmd = '*' loop
		execute format('alter policy of_the_organisation on %s
			using (organisation_id = (select app_organisation()) and case (select app_actor_kind()) when ''worker'' then true when ''system'' then true else false end)
			with check (organisation_id = (select app_organisation()) and case (select app_actor_kind()) when ''worker'' then true when ''system'' then true else false end)', target);
	end loop;
end $$;

-- The day a case was last met, for putting lists in its order: a coalesce in a condition is not trusted behind a wall, and
-- then no index helps.
alter table case_ add column met_or_never date not null generated always as (coalesce(last_met_on, '0001-01-01'::date)) stored;
drop index case_met;
create index case_met on case_ (organisation_id, met_or_never, id);
