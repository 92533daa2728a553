-- The course of a case: its agreed task in versions, its phases, how its goals stand on the way, a second episode, a step up.

-- How many meetings of a case count stands with the case, beside the day of the last one: wherever a case shows, its count does.
alter table case_ add column counted smallint not null default 0 check (counted >= 0);
-- The owner sees no rows under forced security: it is lifted while the column is filled.
alter table case_ no force row level security;
alter table meeting no force row level security;
update case_ c set counted = m.counted from (
	select organisation_id, case_id, count(ordinal) as counted from meeting where case_id is not null group by organisation_id, case_id) m
where m.organisation_id = c.organisation_id and m.case_id = c.id and m.counted > 0;
alter table case_ force row level security;
alter table meeting force row level security;

create or replace function keep_last_met() returns trigger language plpgsql as $$
declare
	last date;
	counting integer;
begin
	select max(occurred_on) filter (where voided_at is null and attendance = 'came' and kind <> 'contact'), count(ordinal)
		into last, counting from meeting where organisation_id = new.organisation_id and case_id = new.case_id;
	update case_ set last_met_on = last, counted = counting where organisation_id = new.organisation_id and id = new.case_id
		and (last_met_on is distinct from last or counted <> counting);
	return null;
end $$;

-- A task agreed with the client, kept in whole versions: two who change it at once are told, and older ones stay readable.
create table agreed_task (
	organisation_id uuid not null,
	case_id uuid not null,
	version integer not null check (version > 0),
	agreed_on date not null,
	-- The meeting at which it was formulated; none where it was agreed between meetings.
	meeting_id uuid,
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	sealed sealed not null,
	primary key (organisation_id, case_id, version),
	foreign key (organisation_id, case_id) references case_,
	foreign key (organisation_id, meeting_id) references meeting,
	constraint task_not_in_the_future check (agreed_on <= (recorded_at at time zone 'UTC')::date + 1)
);
call protect_tenant('agreed_task', 'select, insert');

create function task_of_a_meeting_of_its_case() returns trigger language plpgsql as $$
begin
	if new.meeting_id is not null and not exists (select 1 from meeting m where m.organisation_id = new.organisation_id
			and m.id = new.meeting_id and m.case_id = new.case_id) then
		raise exception 'the meeting is not of this case' using errcode = '23514', constraint = 'task_of_a_meeting_of_its_case';
	end if;
	return new;
end $$;
create trigger task_of_a_meeting_of_its_case before insert on agreed_task for each row execute function task_of_a_meeting_of_its_case();

-- A goal of the programme's list stands in a plan once.
create unique index plan_goal_listed_once on plan_goal (organisation_id, case_id, version, definition_key) where definition_key is not null;

-- How a goal stands on the way; how it ended is said at the closure.
create table goal_standing (
	organisation_id uuid not null,
	id uuid not null,
	case_id uuid not null,
	goal_id uuid not null,
	assessed_on date not null,
	standing code not null check (standing in ('not-yet', 'begun', 'partly', 'reached')),
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, case_id, goal_id) references goal
);
create index goal_standing_case on goal_standing (organisation_id, case_id);
call protect_tenant('goal_standing', 'select, insert');

-- Since when a case is in a later phase of its programme: after the acute one. A case begins in the first without a row.
create table case_phase (
	organisation_id uuid not null,
	case_id uuid not null,
	phase code not null,
	from_on date not null,
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	primary key (organisation_id, case_id, phase),
	foreign key (organisation_id, case_id) references case_
);
call protect_tenant('case_phase', 'select, insert');

-- A step up into more intensive treatment, inside the case: once, and the history stays.
create table step_up (
	organisation_id uuid not null,
	case_id uuid not null,
	stepped_on date not null,
	reason code not null check (reason in ('distress-deeper', 'talks-not-enough', 'asked-by-person', 'advised', 'other')),
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	sealed sealed not null,
	primary key (organisation_id, case_id),
	foreign key (organisation_id, case_id) references case_
);
call protect_tenant('step_up', 'select, insert');

-- Another case of the same person under a programme whose meetings are limited: why, and which came before.
create table episode (
	organisation_id uuid not null,
	case_id uuid not null,
	earlier_case_id uuid not null,
	reason code not null check (reason in ('new-crisis', 'worse-again', 'safety', 'other')),
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	sealed sealed not null,
	primary key (organisation_id, case_id),
	foreign key (organisation_id, case_id) references case_,
	foreign key (organisation_id, earlier_case_id) references case_,
	check (case_id <> earlier_case_id)
);
call protect_tenant('episode', 'select, insert');

-- Looked at when all is written. The person is held first, so that of two cases opened at once the second sees the first.
create function episode_has_its_reason() returns trigger language plpgsql as $$
declare
	the_programme text;
	the_limit smallint;
begin
	select programme, meeting_limit into the_programme, the_limit from case_ where organisation_id = new.organisation_id and id = new.case_id;
	if the_limit = 32767 then return null; end if;
	perform 1 from person where organisation_id = new.organisation_id and id = new.person_id for no key update;
	if exists (select 1 from case_member m join case_ c on c.organisation_id = m.organisation_id and c.id = m.case_id
			where m.organisation_id = new.organisation_id and m.person_id = new.person_id and c.programme = the_programme and c.id <> new.case_id)
		and not exists (select 1 from episode e where e.organisation_id = new.organisation_id and e.case_id = new.case_id) then
		raise exception 'another case of this person in a limited programme has no reason' using errcode = '23514', constraint = 'episode_has_its_reason';
	end if;
	return null;
end $$;
create constraint trigger episode_has_its_reason after insert on case_member deferrable initially deferred
	for each row execute function episode_has_its_reason();

-- Nothing of this is recorded in a closed case.
create trigger no_task_in_a_closed_case before insert on agreed_task for each row execute function no_meeting_in_a_closed_case();
create trigger no_standing_in_a_closed_case before insert on goal_standing for each row execute function no_meeting_in_a_closed_case();
create trigger no_phase_in_a_closed_case before insert on case_phase for each row execute function no_meeting_in_a_closed_case();
create trigger no_step_in_a_closed_case before insert on step_up for each row execute function no_meeting_in_a_closed_case();
