-- Cases: who, under which version of which programme, on which conditions, from when to when, to what end.

create table case_number (
	organisation_id uuid not null references organisation,
	year smallint not null,
	last integer not null,
	primary key (organisation_id, year)
);
call protect_tenant('case_number', 'select, insert, update');

create table case_ (
	organisation_id uuid not null references organisation,
	id uuid not null,
	number label not null,
	programme code not null,
	version integer not null,
	request_id uuid,
	unit code not null check (unit in ('person', 'family')),
	-- 32767 = no limit (decision 5).
	meeting_limit smallint not null default 32767 check (meeting_limit > 0),
	team_min smallint not null default 1 check (team_min between 1 and 9),
	unmet smallint not null default 0 check (unmet >= 0),
	active_from date,
	opened_on date not null,
	opened_by uuid not null,
	primary key (organisation_id, id),
	unique (organisation_id, number),
	unique (organisation_id, id, meeting_limit),
	foreign key (organisation_id, programme, version) references programme_version (organisation_id, programme, version),
	constraint case_active_only_with_conditions check (active_from is null or unmet = 0)
);
create unique index case_of_request_once on case_ (organisation_id, request_id) where request_id is not null;
create index case_newest on case_ (organisation_id, id desc);
call protect_tenant('case_', 'select, insert, update');

create table case_member (
	organisation_id uuid not null,
	case_id uuid not null,
	person_id uuid not null,
	roles code_list not null,
	from_on date not null,
	to_on date,
	primary key (organisation_id, case_id, person_id, from_on),
	foreign key (organisation_id, case_id) references case_,
	foreign key (organisation_id, person_id) references person,
	check (to_on is null or to_on >= from_on),
	constraint case_member_not_twice_at_once exclude using gist (organisation_id with =, case_id with =, person_id with =, daterange(from_on, to_on, '[]') with &&)
);
create index case_member_person on case_member (organisation_id, person_id);
call protect_tenant('case_member', 'select, insert, update');

create table case_worker (
	organisation_id uuid not null,
	case_id uuid not null,
	worker_id uuid not null,
	role code not null check (role in ('key-worker', 'second-worker', 'advocate', 'volunteer')),
	from_at timestamptz not null,
	to_at timestamptz,
	primary key (organisation_id, case_id, worker_id, role, from_at),
	foreign key (organisation_id, case_id) references case_,
	foreign key (organisation_id, worker_id) references worker,
	check (to_at is null or to_at >= from_at)
);
create unique index case_worker_once on case_worker (organisation_id, worker_id, case_id) where to_at is null;
create unique index case_key_worker_once on case_worker (organisation_id, case_id) where to_at is null and role = 'key-worker';
call protect_tenant('case_worker', 'select, insert, update');

-- The person's own view of what is hard, in their words, at the start and at each review (B20).
create table own_view (
	organisation_id uuid not null,
	id uuid not null,
	case_id uuid not null,
	person_id uuid not null,
	stated_on date not null,
	recorded_by uuid not null,
	sealed sealed not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, case_id) references case_
);
create index own_view_case on own_view (organisation_id, case_id);
call protect_tenant('own_view', 'select, insert');

-- Conditions are rows × parties, made from the definition when the case opens (decision 3).
create table case_condition (
	organisation_id uuid not null,
	case_id uuid not null,
	condition code not null,
	-- The member who has to meet it, or the case itself where it is nobody's in particular.
	party_id uuid not null,
	primary key (organisation_id, case_id, condition, party_id),
	foreign key (organisation_id, case_id) references case_
);
call protect_tenant('case_condition', 'select, insert, delete');

create table inclusion_fact (
	organisation_id uuid not null,
	id uuid not null,
	case_id uuid not null,
	condition code not null,
	party_id uuid not null,
	stated_on date not null,
	form code not null check (form in ('oral', 'written')),
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	withdrawn_on date,
	withdrawal_recorded_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, case_id, condition, party_id) references case_condition,
	check (withdrawn_on is null or withdrawn_on >= stated_on),
	check ((withdrawn_on is null) = (withdrawal_recorded_by is null)),
	constraint fact_not_in_the_future check (stated_on <= (recorded_at at time zone 'UTC')::date + 1)
);
create unique index inclusion_fact_once on inclusion_fact (organisation_id, case_id, condition, party_id) where withdrawn_on is null;
call protect_tenant('inclusion_fact', 'select, insert, update');

-- How many conditions of a case are not met. The case is locked first, so that two recorders cannot both miss the other.
create function count_unmet() returns trigger language plpgsql as $$
declare
	organisation uuid := coalesce(new.organisation_id, old.organisation_id);
	the_case uuid := coalesce(new.case_id, old.case_id);
begin
	perform 1 from case_ where organisation_id = organisation and id = the_case for no key update;
	update case_ set unmet = (
		select count(*) from case_condition c
		where c.organisation_id = organisation and c.case_id = the_case and not exists (
			select 1 from inclusion_fact f where f.organisation_id = organisation and f.case_id = the_case
				and f.condition = c.condition and f.party_id = c.party_id and f.withdrawn_on is null))
	where organisation_id = organisation and id = the_case;
	return null;
end $$;
create trigger count_unmet after insert or update or delete on inclusion_fact for each row execute function count_unmet();
create trigger count_unmet after insert or delete on case_condition for each row execute function count_unmet();

-- When a case was active; at most one period is open, and the case's own date is that one's (decision 31).
create table case_active_period (
	organisation_id uuid not null,
	case_id uuid not null,
	from_on date not null,
	to_on date,
	primary key (organisation_id, case_id, from_on),
	foreign key (organisation_id, case_id) references case_,
	check (to_on is null or to_on >= from_on),
	constraint active_periods_apart exclude using gist (organisation_id with =, case_id with =, daterange(from_on, to_on, '[)') with &&)
);
create unique index active_period_open_once on case_active_period (organisation_id, case_id) where to_on is null;
call protect_tenant('case_active_period', 'select, insert, update');

create function active_period_agrees() returns trigger language plpgsql as $$
declare
	organisation uuid := new.organisation_id;
	the_case uuid := case when tg_table_name = 'case_' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'case_id')::uuid end;
	said date;
	open_period date;
begin
	select active_from into said from case_ where organisation_id = organisation and id = the_case;
	select from_on into open_period from case_active_period where organisation_id = organisation and case_id = the_case and to_on is null;
	if said is distinct from open_period then
		raise exception 'the active period of a case does not agree with the case' using errcode = '23514', constraint = 'active_period_agrees';
	end if;
	return null;
end $$;
create constraint trigger active_period_agrees after insert or update of active_from on case_ deferrable initially deferred
	for each row execute function active_period_agrees();
create constraint trigger active_period_agrees after insert or update on case_active_period deferrable initially deferred
	for each row execute function active_period_agrees();

create table agreement (
	organisation_id uuid not null,
	case_id uuid not null,
	version integer not null check (version > 0),
	form code not null check (form in ('oral', 'written')),
	from_on date not null,
	to_on date,
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	primary key (organisation_id, case_id, version),
	foreign key (organisation_id, case_id) references case_,
	check (to_on is null or to_on >= from_on)
);
call protect_tenant('agreement', 'select, insert');

-- Who accepted which version: a new version begins with nobody's acceptance.
create table agreement_party (
	organisation_id uuid not null,
	case_id uuid not null,
	version integer not null,
	party_id uuid not null,
	accepted_on date not null,
	recorded_by uuid not null,
	primary key (organisation_id, case_id, version, party_id),
	foreign key (organisation_id, case_id, version) references agreement
);
call protect_tenant('agreement_party', 'select, insert');

create table case_event (
	organisation_id uuid not null,
	id uuid not null,
	case_id uuid not null,
	kind code not null check (kind in ('opened', 'activated', 'reviewed', 'renewed', 'withdrawn', 'closed', 'reopened')),
	on_day date not null,
	recorded_at timestamptz not null,
	recorded_by uuid not null,
	reason code,
	primary key (organisation_id, id),
	foreign key (organisation_id, case_id) references case_
);
create index case_event_case on case_event (organisation_id, case_id, on_day desc, id desc);
call protect_tenant('case_event', 'select, insert');

-- What was said at a review, a withdrawal, a closure or a reopening: sealed under the case's key.
create table case_event_text (
	organisation_id uuid not null,
	event_id uuid not null,
	sealed sealed not null,
	primary key (organisation_id, event_id),
	foreign key (organisation_id, event_id) references case_event
);
call protect_tenant('case_event_text', 'select, insert');

-- When the next review is due: the last one said.
create table review (
	organisation_id uuid not null,
	event_id uuid not null,
	case_id uuid not null,
	next_on date,
	primary key (organisation_id, event_id),
	foreign key (organisation_id, event_id) references case_event
);
call protect_tenant('review', 'select, insert');

create table closure (
	organisation_id uuid not null,
	id uuid not null,
	case_id uuid not null,
	closed_on date not null,
	reason code not null,
	closed_by uuid not null,
	reopened_on date,
	reopened_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, case_id) references case_,
	check ((reopened_on is null) = (reopened_by is null)),
	check (reopened_on is null or reopened_on >= closed_on)
);
create unique index closure_once on closure (organisation_id, case_id) where reopened_on is null;
call protect_tenant('closure', 'select, insert, update');

create function is_closed(organisation uuid, the_case uuid) returns boolean language sql stable as $$
	select exists (select 1 from closure where organisation_id = organisation and case_id = the_case and reopened_on is null)
$$;

-- A closed case is not active, and nothing makes it active while it is closed.
create function closed_is_not_active() returns trigger language plpgsql as $$
begin
	perform 1 from case_ where organisation_id = new.organisation_id
		and id = case when tg_table_name = 'closure' then (to_jsonb(new) ->> 'case_id')::uuid else (to_jsonb(new) ->> 'id')::uuid end for no key update;
	if exists (select 1 from case_ c where c.organisation_id = new.organisation_id
			and c.id = case when tg_table_name = 'closure' then (to_jsonb(new) ->> 'case_id')::uuid else (to_jsonb(new) ->> 'id')::uuid end
			and c.active_from is not null and is_closed(c.organisation_id, c.id)) then
		raise exception 'a closed case cannot be active' using errcode = '23514', constraint = 'closed_is_not_active';
	end if;
	return null;
end $$;
create constraint trigger closed_is_not_active after insert or update of active_from on case_ deferrable initially deferred
	for each row execute function closed_is_not_active();
create constraint trigger closed_is_not_active after insert on closure deferrable initially deferred
	for each row execute function closed_is_not_active();

-- A plan is kept in whole versions: two who change it at once are told, and nobody's words are overwritten.
create table plan (
	organisation_id uuid not null,
	case_id uuid not null,
	version integer not null check (version > 0),
	made_on date not null,
	made_by uuid not null,
	made_at timestamptz not null,
	sealed sealed not null,
	primary key (organisation_id, case_id, version),
	foreign key (organisation_id, case_id) references case_
);
call protect_tenant('plan', 'select, insert');

create table goal (
	organisation_id uuid not null,
	case_id uuid not null,
	id uuid not null,
	-- Whose goal it is: a member, or the case where it is everybody's.
	party_id uuid not null,
	primary key (organisation_id, case_id, id),
	foreign key (organisation_id, case_id) references case_
);
call protect_tenant('goal', 'select, insert');

create table plan_goal (
	organisation_id uuid not null,
	case_id uuid not null,
	version integer not null,
	goal_id uuid not null,
	position smallint not null,
	definition_key code,
	sealed sealed not null,
	primary key (organisation_id, case_id, version, goal_id),
	foreign key (organisation_id, case_id, version) references plan,
	foreign key (organisation_id, case_id, goal_id) references goal
);
call protect_tenant('plan_goal', 'select, insert');

create table plan_step (
	organisation_id uuid not null,
	case_id uuid not null,
	version integer not null,
	step_id uuid not null,
	goal_id uuid not null,
	position smallint not null,
	who code not null check (who in ('person', 'worker', 'together', 'somebody-else')),
	by_on date,
	sealed sealed not null,
	primary key (organisation_id, case_id, version, step_id),
	foreign key (organisation_id, case_id, version, goal_id) references plan_goal
);
call protect_tenant('plan_step', 'select, insert');

create table step_done (
	organisation_id uuid not null,
	case_id uuid not null,
	step_id uuid not null,
	done_on date not null,
	recorded_by uuid not null,
	primary key (organisation_id, case_id, step_id),
	foreign key (organisation_id, case_id) references case_
);
call protect_tenant('step_done', 'select, insert, delete');

create table goal_outcome (
	organisation_id uuid not null,
	closure_id uuid not null,
	case_id uuid not null,
	goal_id uuid not null,
	grade code not null check (grade in ('achieved', 'partly', 'not', 'given-up')),
	primary key (organisation_id, closure_id, goal_id),
	foreign key (organisation_id, closure_id) references closure,
	foreign key (organisation_id, case_id, goal_id) references goal
);
call protect_tenant('goal_outcome', 'select, insert');

-- What the programme wants recorded at the end, beyond single goals: "rhythm of everyday life regained" (B2).
create table closure_outcome (
	organisation_id uuid not null,
	closure_id uuid not null,
	outcome code not null,
	primary key (organisation_id, closure_id, outcome),
	foreign key (organisation_id, closure_id) references closure
);
call protect_tenant('closure_outcome', 'select, insert');

-- A team minimum: no case is active with fewer workers than its definition wants (decision 7).
create function team_is_enough() returns trigger language plpgsql as $$
declare
	the_case uuid := case when tg_table_name = 'case_' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'case_id')::uuid end;
	least_workers smallint;
begin
	select team_min into least_workers from case_
		where organisation_id = new.organisation_id and id = the_case and active_from is not null for no key update;
	if least_workers is not null and least_workers > (select count(*) from case_worker w where w.organisation_id = new.organisation_id
			and w.case_id = the_case and w.to_at is null and w.role in ('key-worker', 'second-worker')) then
		raise exception 'an active case has fewer workers than its programme asks for' using errcode = '23514', constraint = 'team_is_enough';
	end if;
	return null;
end $$;
create constraint trigger team_is_enough after insert or update of active_from, team_min on case_ deferrable initially deferred
	for each row execute function team_is_enough();
create constraint trigger team_is_enough after insert or update on case_worker deferrable initially deferred
	for each row execute function team_is_enough();
