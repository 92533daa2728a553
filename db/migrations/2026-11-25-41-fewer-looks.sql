-- The same walls with fewer looks: what a page of a case asks is small, and to begin each look costs more than the look.

-- The organisation whose rows an actor may come to: its own for a worker and for the product itself, none for anybody else.
create function app_own_organisation() returns uuid language sql stable parallel safe as $$
	select case app_actor_kind() when 'worker' then app_organisation() when 'system' then app_organisation() end
$$;

create or replace procedure protect_tenant(target regclass, rights text) language plpgsql as $$
begin
	execute format('alter table %s enable row level security', target);
	execute format('alter table %s force row level security', target);
	execute format('create policy of_the_organisation on %s to opora_app
		using (organisation_id = (select app_own_organisation())) with check (organisation_id = (select app_own_organisation()))', target);
	execute format('grant %s on %s to opora_app', rights, target);
end $$;

do $$
declare
	target regclass;
begin
	for target in select polrelid::regclass from pg_policy where polname = 'of_the_organisation' and polcmd = '*' loop
		execute format('alter policy of_the_organisation on %s
			using (organisation_id = (select app_own_organisation())) with check (organisation_id = (select app_own_organisation()))', target);
	end loop;
end $$;

-- How a worker stands to a subject: their grants are read once, and the teams of the subject once.
create or replace function access.relation_to(subject uuid) returns text language sql stable parallel safe as $$
	select case when g.screened then 'screened' when g.own then 'own' when t.mine then 'team' when g.once then 'former'
		when t.others then 'other-team' else 'none' end
	from (select case
		-- Few records are merged: for all others there is nothing more to look up.
		when exists (select 1 from person p where p.organisation_id = (select app_organisation()) and p.merged_into is not null
			and (p.id = subject or p.merged_into = subject)) then array(select r.record from access.records_of(array[subject]) r)
		else array[subject] end as records offset 0) as of
	cross join lateral (
		select bool_or(g.relation = 'screened' and g.to_at is null) as screened,
			bool_or(g.relation in ('own', 'stand-in') and access.holds(g.relation, g.from_at, g.to_at)) as own,
			bool_or(g.relation = 'own' or (g.relation = 'stand-in' and g.from_at <= app_now() and g.to_at > g.from_at)) as once
		from access.grant_ g where g.organisation_id = (select app_organisation()) and g.worker_id = (select app_worker())
			and g.subject_id = any (of.records)
	) as g
	cross join lateral (
		select count(*) > 0 as others, bool_or(exists (select 1 from access.team_member m where m.organisation_id = s.organisation_id
				and m.team_id = s.team_id and m.to_at is null and m.worker_id = (select app_worker()))) as mine
		from access.subject_team s where s.organisation_id = (select app_organisation()) and s.subject_id = any (of.records)
	) as t
$$;
