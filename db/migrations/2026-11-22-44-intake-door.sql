-- What a request brings besides its words, where it goes and why, what its person adds, and what its proposer may be told.

-- Whoever has a code sees only the forms they sent themselves. Rows of workers and visitors carry no subject.
alter table command add column subject_id uuid default app_subject();
alter policy from_the_code on command with check (organisation_id = (select app_organisation())
	and (select app_actor_kind()) in ('code-holder', 'proposer') and subject_id = (select app_subject()));
alter policy of_the_code on command using (organisation_id = (select app_organisation())
	and (select app_actor_kind()) in ('code-holder', 'proposer') and subject_id = (select app_subject()));

-- B14: a request that came of an application for aid; what was asked stays with it.
create table aid_application (
	organisation_id uuid not null,
	request_id uuid not null,
	kind code not null,
	applied_on date not null,
	-- What was asked for.
	sealed sealed not null,
	primary key (organisation_id, request_id),
	foreign key (organisation_id, request_id) references request
);
call protect_tenant('aid_application', 'select, insert');

-- What was decided about it, once it is known.
create table aid_decision (
	organisation_id uuid not null,
	request_id uuid not null,
	decision code not null check (decision in ('granted', 'partly-granted', 'refused')),
	decided_on date not null,
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	-- What exactly, in words, where they help.
	sealed sealed,
	primary key (organisation_id, request_id),
	foreign key (organisation_id, request_id) references aid_application
);
call protect_tenant('aid_decision', 'select, insert');

-- B14, B19: by whom somebody was proposed, and since when the person agrees to it.
create table proposal (
	organisation_id uuid not null,
	request_id uuid not null,
	proposer code not null check (proposer in ('professional', 'volunteer')),
	agreed_on date,
	primary key (organisation_id, request_id),
	foreign key (organisation_id, request_id) references request
);
call protect_tenant('proposal', 'select, insert');
call let_visitors_insert('proposal');

-- What the proposer is told with their code. More than that it was considered only with the person's agreement (docs/decisions/0017).
create table proposer_answer (
	organisation_id uuid not null,
	request_id uuid not null,
	answer code not null check (answer in ('considered', 'accepted', 'declined')),
	at timestamptz not null,
	recorded_by uuid not null,
	agreed_on date,
	primary key (organisation_id, request_id),
	foreign key (organisation_id, request_id) references request,
	constraint person_agreed_that_it_is_told check (answer <> 'accepted' or agreed_on is not null)
);
call protect_tenant('proposer_answer', 'select, insert, update');
create policy of_the_proposer on proposer_answer for select to opora_app
	using (organisation_id = (select app_organisation()) and (select app_actor_kind()) = 'proposer' and request_id = (select app_subject()));

-- P13: fields whose own workers do the service; told with the request, or heard in a talk.
create table request_field (
	organisation_id uuid not null,
	request_id uuid not null,
	field code not null,
	told code not null check (told in ('request', 'talk', 'worker')),
	recorded_by uuid,
	recorded_at timestamptz not null,
	primary key (organisation_id, request_id, field),
	foreign key (organisation_id, request_id) references request
);
call protect_tenant('request_field', 'select, insert');
call let_visitors_insert('request_field');
call show_code_holder('request_field', 'request_id');

-- Which requests of a programme go to which team. What is empty fits everything; without a rule the programme's team has it.
create table routing_rule (
	organisation_id uuid not null,
	id uuid not null,
	programme code not null,
	field code,
	municipality code,
	site code,
	reason code,
	language code check (language in ('sl', 'cs', 'en')),
	mode code,
	team_id uuid not null,
	made_by uuid not null,
	made_at timestamptz not null,
	ended_by uuid,
	ended_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, team_id) references access.team,
	constraint rule_asks_for_something check (num_nonnulls(field, municipality, site, reason, language, mode) > 0),
	check (num_nonnulls(ended_by, ended_at) in (0, 2))
);
create index routing_rule_of_programme on routing_rule (organisation_id, programme) where ended_at is null;
call protect_tenant('routing_rule', 'select, insert, update');
-- A request from the door finds its team in the transaction that brings it. Codes only.
create policy to_a_visitor on routing_rule for select to opora_app
	using (organisation_id = (select app_organisation()) and (select app_actor_kind()) = 'visitor' and ended_at is null);

-- Each time a request went to a team, and why.
create table request_routing (
	organisation_id uuid not null,
	id uuid not null,
	request_id uuid not null,
	team_id uuid not null,
	why code not null check (why in ('programme', 'rule', 'field', 'worker')),
	rule_id uuid,
	at timestamptz not null,
	routed_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, request_id) references request,
	foreign key (organisation_id, team_id) references access.team,
	foreign key (organisation_id, rule_id) references routing_rule,
	check ((why in ('rule', 'field')) = (rule_id is not null)),
	check (why <> 'worker' or routed_by is not null)
);
create index request_routing_of_request on request_routing (organisation_id, request_id);
call protect_tenant('request_routing', 'select, insert');
call let_visitors_insert('request_routing');
call show_code_holder('request_routing', 'request_id');

-- What the person adds with their code; it stops nothing.
create table request_addition (
	organisation_id uuid not null,
	id uuid not null,
	request_id uuid not null,
	added_at timestamptz not null,
	sealed sealed not null,
	seen_at timestamptz,
	seen_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, request_id) references request,
	check (num_nonnulls(seen_at, seen_by) in (0, 2))
);
create index request_addition_of_request on request_addition (organisation_id, request_id);
call protect_tenant('request_addition', 'select, insert, update');
call show_code_holder('request_addition', 'request_id');
create policy added_with_the_code on request_addition for insert to opora_app
	with check (organisation_id = (select app_organisation()) and (select app_actor_kind()) = 'code-holder'
		and request_id = (select app_subject()) and seen_at is null and seen_by is null);

-- A request from the door is acknowledged in the transaction that brings it.
call let_visitors_insert('outbox');

-- A proposer who takes a proposal back ends its appointments, and sees none of them: a function of the finder's does it, for
-- the one proposal of the transaction only.
grant select, update on appointment, appointment_holder to opora_finder;
create policy for_the_finder on appointment to opora_finder using (true);
create policy for_the_finder on appointment_holder to opora_finder using (true);
create function finder.end_appointments_of_own_proposal(at timestamptz) returns void
	language sql volatile security definer set search_path = pg_catalog, public as $$
	update public.appointment set state = 'cancelled', answered_at = at
	where organisation_id = app_organisation() and request_id = app_subject() and app_actor_kind() = 'proposer' and state in ('offered', 'accepted')
$$;
alter function finder.end_appointments_of_own_proposal(timestamptz) owner to opora_finder;
revoke all on function finder.end_appointments_of_own_proposal(timestamptz) from public;
grant execute on function finder.end_appointments_of_own_proposal(timestamptz) to opora_app;
