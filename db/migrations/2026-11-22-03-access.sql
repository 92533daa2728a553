-- Who may do what: roles, teams, and how a worker stands to a request, a case or a person.

create schema access;
grant usage on schema access to opora_app, opora_identity;

create table access.worker_role (
	organisation_id uuid not null references organisation,
	worker_id uuid not null,
	role code not null check (role in ('professional', 'advocate', 'coordinator', 'programme-lead', 'volunteer',
		'workshop-moderator', 'administrator', 'data-protection-officer')),
	from_at timestamptz not null,
	to_at timestamptz,
	primary key (organisation_id, worker_id, role, from_at),
	check (to_at is null or to_at >= from_at)
);
create unique index worker_role_once on access.worker_role (organisation_id, worker_id, role) where to_at is null;
call protect_tenant('access.worker_role', 'select, insert, update');
create policy for_sign_in on access.worker_role for select to opora_identity using (true);
grant select on access.worker_role to opora_identity;

create table access.team (
	organisation_id uuid not null references organisation,
	id uuid not null,
	name public_text not null,
	primary key (organisation_id, id)
);
call protect_tenant('access.team', 'select, insert, update');

-- A team is named workers of one organisation with one lead (decision 35).
create table access.team_member (
	organisation_id uuid not null,
	team_id uuid not null,
	worker_id uuid not null,
	is_lead boolean not null default false,
	from_at timestamptz not null,
	to_at timestamptz,
	primary key (organisation_id, team_id, worker_id, from_at),
	foreign key (organisation_id, team_id) references access.team,
	check (to_at is null or to_at >= from_at)
);
create unique index team_member_once on access.team_member (organisation_id, worker_id, team_id) where to_at is null;
create unique index team_lead_once on access.team_member (organisation_id, team_id) where to_at is null and is_lead;
call protect_tenant('access.team_member', 'select, insert, update');

-- Which team a programme's requests come to.
create table access.team_programme (
	organisation_id uuid not null,
	programme code not null,
	team_id uuid not null,
	primary key (organisation_id, programme),
	foreign key (organisation_id, team_id) references access.team
);
call protect_tenant('access.team_programme', 'select, insert, update');
create policy to_a_visitor on access.team_programme for select to opora_app
	using (organisation_id = (select app_organisation()) and (select app_actor_kind()) = 'visitor');

-- Which teams a request, a case or a person belongs to.
create table access.subject_team (
	organisation_id uuid not null,
	subject_id uuid not null,
	team_id uuid not null,
	primary key (organisation_id, subject_id, team_id),
	foreign key (organisation_id, team_id) references access.team
);
call protect_tenant('access.subject_team', 'select, insert, delete');
call let_visitors_insert('access.subject_team');

-- How a worker stands to a subject: their own, standing in, or screened off. Ended rows stay: they make "former".
create table access.grant_ (
	organisation_id uuid not null references organisation,
	worker_id uuid not null,
	subject_id uuid not null,
	relation code not null check (relation in ('own', 'stand-in', 'screened')),
	from_at timestamptz not null,
	to_at timestamptz,
	primary key (organisation_id, worker_id, subject_id, relation, from_at),
	check (to_at is null or to_at >= from_at)
);
create unique index grant_once on access.grant_ (organisation_id, worker_id, subject_id, relation) where to_at is null;
create index grant_of_subject on access.grant_ (organisation_id, subject_id);
call protect_tenant('access.grant_', 'select, insert, update');

-- How the worker of this transaction stands to a subject. Screened beats all; nothing at all is "none".
create function access.relation_to(subject uuid) returns text language sql stable parallel safe as $$
	select case
		when exists (select 1 from access.grant_ g where g.organisation_id = (select app_organisation())
			and g.worker_id = (select app_worker()) and g.subject_id = subject and g.relation = 'screened' and g.to_at is null) then 'screened'
		when exists (select 1 from access.grant_ g where g.organisation_id = (select app_organisation())
			and g.worker_id = (select app_worker()) and g.subject_id = subject and g.relation in ('own', 'stand-in') and g.to_at is null) then 'own'
		when exists (select 1 from access.subject_team s join access.team_member m
				on m.organisation_id = s.organisation_id and m.team_id = s.team_id and m.to_at is null
			where s.organisation_id = (select app_organisation()) and s.subject_id = subject and m.worker_id = (select app_worker())) then 'team'
		when exists (select 1 from access.grant_ g where g.organisation_id = (select app_organisation())
			and g.worker_id = (select app_worker()) and g.subject_id = subject and g.relation in ('own', 'stand-in')) then 'former'
		when exists (select 1 from access.subject_team s
			where s.organisation_id = (select app_organisation()) and s.subject_id = subject) then 'other-team'
		else 'none'
	end
$$;
grant execute on function access.relation_to(uuid) to opora_app;
