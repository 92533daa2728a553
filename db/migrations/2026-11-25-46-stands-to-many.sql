-- How a worker stands to many subjects is one question, begun once: asked for each of twenty alone it took ten times as long.
create function access.relations_to(subjects uuid[]) returns table (subject uuid, relation text) language sql stable parallel safe as $$
	select one.subject, case when g.screened then 'screened' when g.own then 'own' when t.mine then 'team' when g.once then 'former'
		when t.others then 'other-team' else 'none' end
	from unnest(subjects) as one(subject)
	cross join lateral (select case
		-- Few records are merged: for all others there is nothing more to look up.
		when exists (select 1 from person p where p.organisation_id = (select app_organisation()) and p.merged_into is not null
			and (p.id = one.subject or p.merged_into = one.subject)) then array(select r.record from access.records_of(array[one.subject]) r)
		else array[one.subject] end as records offset 0) as of
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

create or replace function access.relation_to(subject uuid) returns text language sql stable parallel safe as $$
	select r.relation from access.relations_to(array[subject]) r
$$;
