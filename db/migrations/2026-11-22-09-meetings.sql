-- Appointments, and what came of them: talks, meetings, contacts.

create table appointment (
	organisation_id uuid not null references organisation,
	id uuid not null,
	request_id uuid,
	case_id uuid,
	mode code not null,
	site code,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	state code not null check (state in ('offered', 'accepted', 'another-asked', 'declined', 'cancelled', 'moved', 'kept', 'missed')),
	offered_by uuid not null,
	offered_at timestamptz not null,
	answered_at timestamptz,
	superseded_by uuid,
	primary key (organisation_id, id),
	unique (organisation_id, id, starts_at, ends_at),
	foreign key (organisation_id, case_id) references case_,
	constraint appointment_has_a_length check (ends_at > starts_at and ends_at <= starts_at + interval '12 hours'),
	check (num_nonnulls(request_id, case_id) = 1)
);
create index appointment_request on appointment (organisation_id, request_id) where request_id is not null;
create index appointment_case on appointment (organisation_id, case_id) where case_id is not null;
call protect_tenant('appointment', 'select, insert, update');
call show_code_holder('appointment', 'request_id');
create policy answered_with_the_code on appointment for update to opora_app
	using (organisation_id = (select app_organisation()) and (select app_actor_kind()) = 'code-holder' and request_id = (select app_subject()))
	with check (organisation_id = (select app_organisation()) and (select app_actor_kind()) = 'code-holder' and request_id = (select app_subject())
		and state in ('accepted', 'another-asked', 'declined', 'cancelled'));

-- Who or what an appointment takes up. Two living ones never overlap for one holder (decision 6).
create table appointment_holder (
	organisation_id uuid not null,
	appointment_id uuid not null,
	kind code not null check (kind in ('worker', 'room', 'person')),
	holder_id uuid not null,
	starts_at timestamptz not null,
	ends_at timestamptz not null,
	live boolean not null,
	primary key (organisation_id, appointment_id, kind, holder_id),
	foreign key (organisation_id, appointment_id, starts_at, ends_at) references appointment (organisation_id, id, starts_at, ends_at) on update cascade,
	constraint holder_is_free exclude using gist (organisation_id with =, kind with =, holder_id with =, tstzrange(starts_at, ends_at) with &&) where (live)
);
call protect_tenant('appointment_holder', 'select, insert, update');
-- The one who holds the code may free a time by answering; the rows themselves they never see.
create policy freed_with_the_code on appointment_holder to opora_app
	using (organisation_id = (select app_organisation()) and (select app_actor_kind()) = 'code-holder' and exists (
		select 1 from appointment a where a.organisation_id = appointment_holder.organisation_id and a.id = appointment_id and a.request_id = (select app_subject())));

create function holders_follow() returns trigger language plpgsql as $$
begin
	update appointment_holder set live = new.state in ('offered', 'accepted', 'kept')
		where organisation_id = new.organisation_id and appointment_id = new.id;
	return null;
end $$;
create trigger holders_follow after update of state on appointment for each row execute function holders_follow();

create table meeting (
	organisation_id uuid not null references organisation,
	id uuid not null,
	request_id uuid,
	case_id uuid,
	appointment_id uuid,
	kind code not null check (kind in ('talk', 'meeting', 'contact')),
	-- Keys of the definition: the form of help, the kind of service, the guide that was followed.
	form code,
	service code,
	guide code,
	mode code not null,
	online_reason code,
	site code,
	started_at timestamptz not null,
	occurred_on date not null,
	minutes smallint not null check (minutes between 0 and 1440),
	attendance code not null check (attendance in ('came', 'did-not-come', 'cancelled', 'moved')),
	counts boolean not null,
	ordinal smallint,
	meeting_limit smallint,
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	voided_at timestamptz,
	voided_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, case_id, meeting_limit) references case_ (organisation_id, id, meeting_limit) on update cascade,
	foreign key (organisation_id, appointment_id) references appointment (organisation_id, id),
	check (num_nonnulls(request_id, case_id) >= 1),
	check (case_id is null or meeting_limit is not null),
	constraint meeting_within_the_limit check (ordinal between 1 and meeting_limit),
	constraint counting_meeting_has_a_number check (voided_at is not null or counts = (ordinal is not null)),
	constraint voided_meeting_has_none check (voided_at is null or ordinal is null),
	constraint only_who_came_counts check (not counts or attendance = 'came'),
	constraint counting_belongs_to_a_case check (not counts or case_id is not null),
	constraint meeting_not_in_the_future check (started_at <= recorded_at + interval '5 minutes')
);
create unique index meeting_ordinal_once on meeting (organisation_id, case_id, ordinal);
create index meeting_of_case on meeting (organisation_id, case_id, started_at desc, id desc);
create index meeting_of_request on meeting (organisation_id, request_id) where request_id is not null;
call protect_tenant('meeting', 'select, insert, update');

-- Nothing is recorded in a closed case. The case is locked first, so that closing and recording cannot pass each other.
create function no_meeting_in_a_closed_case() returns trigger language plpgsql as $$
begin
	if new.case_id is null then return new; end if;
	perform 1 from case_ where organisation_id = new.organisation_id and id = new.case_id for key share;
	if is_closed(new.organisation_id, new.case_id) then
		raise exception 'the case is closed' using errcode = '23514', constraint = 'no_meeting_in_a_closed_case';
	end if;
	return new;
end $$;
create trigger no_meeting_in_a_closed_case before insert on meeting for each row execute function no_meeting_in_a_closed_case();

-- What was said: by part of the guide, under the key of whom it is about.
create table meeting_text (
	organisation_id uuid not null,
	meeting_id uuid not null,
	part code not null,
	subject_id uuid not null,
	sealed sealed not null,
	primary key (organisation_id, meeting_id, part, subject_id),
	foreign key (organisation_id, meeting_id) references meeting
);
call protect_tenant('meeting_text', 'select, insert');

-- What was ticked, for counting: reasons, contents given, options chosen, kinds of counselling.
create table meeting_code (
	organisation_id uuid not null,
	meeting_id uuid not null,
	field code not null,
	code code not null,
	primary key (organisation_id, meeting_id, field, code),
	foreign key (organisation_id, meeting_id) references meeting
);
call protect_tenant('meeting_code', 'select, insert');

create table meeting_part (
	organisation_id uuid not null,
	meeting_id uuid not null,
	part code not null,
	minutes smallint not null check (minutes between 0 and 1440),
	primary key (organisation_id, meeting_id, part),
	foreign key (organisation_id, meeting_id) references meeting
);
call protect_tenant('meeting_part', 'select, insert');

create table meeting_goal (
	organisation_id uuid not null,
	meeting_id uuid not null,
	case_id uuid not null,
	goal_id uuid not null,
	primary key (organisation_id, meeting_id, goal_id),
	foreign key (organisation_id, meeting_id) references meeting,
	foreign key (organisation_id, case_id, goal_id) references goal
);
call protect_tenant('meeting_goal', 'select, insert');

create table meeting_person (
	organisation_id uuid not null,
	meeting_id uuid not null,
	person_id uuid not null,
	role code not null,
	primary key (organisation_id, meeting_id, person_id),
	foreign key (organisation_id, meeting_id) references meeting,
	foreign key (organisation_id, person_id) references person
);
call protect_tenant('meeting_person', 'select, insert');

create table meeting_worker (
	organisation_id uuid not null,
	meeting_id uuid not null,
	worker_id uuid not null,
	primary key (organisation_id, meeting_id, worker_id),
	foreign key (organisation_id, meeting_id) references meeting,
	foreign key (organisation_id, worker_id) references worker
);
call protect_tenant('meeting_worker', 'select, insert');
