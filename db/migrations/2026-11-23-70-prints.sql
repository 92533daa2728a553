-- W7: what is printed of a case: a PDF made by a job, sealed for whoever asked, gone after a day.

create table print_ (
	organisation_id uuid not null,
	id uuid not null,
	worker_id uuid not null,
	case_id uuid not null,
	kind code not null check (kind in ('plan', 'agreement', 'attendance', 'summary')),
	language code not null check (language in ('sl', 'cs', 'en')),
	-- Whose attendance is confirmed, and at which meeting; without one at all of them.
	person_id uuid,
	meeting_id uuid,
	state code not null default 'waiting' check (state in ('waiting', 'ready', 'refused', 'failed')),
	failure code check (failure in ('killed', 'too-slow', 'broken')),
	stages_done smallint not null default 0 check (stages_done between 0 and 3),
	asked_at timestamptz not null,
	tried_at timestamptz not null,
	expires_at timestamptz not null,
	-- The file, under the key of whoever asked: whole, or not there.
	sealed sealed,
	primary key (organisation_id, id),
	foreign key (organisation_id, worker_id) references worker,
	foreign key (organisation_id, case_id) references case_,
	foreign key (organisation_id, person_id) references person,
	foreign key (organisation_id, meeting_id) references meeting,
	constraint print_of_somebody check ((kind = 'attendance') = (person_id is not null)),
	constraint print_meeting_of_attendance check (meeting_id is null or kind = 'attendance'),
	constraint print_whole check ((state = 'ready') = (sealed is not null)),
	constraint print_says_why check ((state = 'failed') = (failure is not null))
);
create index print_expires on print_ (organisation_id, expires_at);

alter table print_ enable row level security;
alter table print_ force row level security;
create policy own_prints on print_ to opora_app
	using (organisation_id = (select app_organisation()) and worker_id = (select app_worker()))
	with check (organisation_id = (select app_organisation()) and worker_id = (select app_worker()));
create policy made_by_the_system on print_ to opora_app
	using (organisation_id = (select app_organisation()) and (select app_actor_kind()) = 'system');
grant select, insert, update, delete on print_ to opora_app;
