-- Ways to look at a list that somebody keeps under a name: for themselves, or for a team they work in. The name and what it
-- asks for are sealed under the organisation's key, so that the team can open them. Twenty places each; the database counts.

create table saved_view (
	organisation_id uuid not null references organisation,
	id uuid not null,
	worker_id uuid not null,
	list code not null check (list in ('cases')),
	place smallint not null check (place between 1 and 20),
	team_id uuid,
	made_at timestamptz not null,
	sealed sealed not null,
	primary key (organisation_id, id),
	constraint saved_view_place_once unique (organisation_id, worker_id, list, place),
	foreign key (organisation_id, worker_id) references worker,
	foreign key (organisation_id, team_id) references access.team
);
create index saved_view_of_team on saved_view (organisation_id, team_id) where team_id is not null;

-- The view a list opens with for one worker.
create table default_view (
	organisation_id uuid not null references organisation,
	worker_id uuid not null,
	list code not null check (list in ('cases')),
	view_id uuid not null,
	primary key (organisation_id, worker_id, list),
	foreign key (organisation_id, worker_id) references worker,
	foreign key (organisation_id, view_id) references saved_view on delete cascade
);

create function works_in(team uuid) returns boolean language sql stable as $$
	select exists (select 1 from access.team_member m where m.organisation_id = (select app_organisation())
		and m.worker_id = (select app_worker()) and m.team_id = team and m.to_at is null)
$$;
grant execute on function works_in(uuid) to opora_app;

alter table saved_view enable row level security;
alter table saved_view force row level security;
alter table default_view enable row level security;
alter table default_view force row level security;
create policy own_or_the_teams on saved_view for select to opora_app
	using (organisation_id = (select app_organisation()) and (worker_id = (select app_worker()) or works_in(team_id)));
create policy made_by_oneself on saved_view for insert to opora_app
	with check (organisation_id = (select app_organisation()) and worker_id = (select app_worker())
		and (team_id is null or works_in(team_id)));
create policy removed_by_oneself on saved_view for delete to opora_app
	using (organisation_id = (select app_organisation()) and worker_id = (select app_worker()));
create policy ones_own on default_view to opora_app
	using (organisation_id = (select app_organisation()) and worker_id = (select app_worker()))
	with check (organisation_id = (select app_organisation()) and worker_id = (select app_worker())
		and exists (select 1 from saved_view v where v.organisation_id = default_view.organisation_id and v.id = default_view.view_id));
grant select, insert, delete on saved_view to opora_app;
grant select, insert, update, delete on default_view to opora_app;
