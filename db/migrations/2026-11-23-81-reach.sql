-- What a worker can come to, counted by how they stand to it: the same relations as access.relation_to, for all subjects at
-- once. Whoever asks sees no more than their own rows: nothing here runs with other rights than theirs.

create function access.reach_of(worker uuid) returns table (kind text, relation text, subjects bigint) language sql stable as $$
	with granted as (
		select g.subject_id, bool_or(g.relation = 'screened' and g.to_at is null) as screened,
			bool_or(g.relation in ('own', 'stand-in') and g.to_at is null) as own, bool_or(g.relation in ('own', 'stand-in')) as once
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
grant execute on function access.reach_of(uuid) to opora_app;
