-- Families as the unit of a case (Z5, D1–D4): who takes part and with which role, who lives together, how they are related,
-- who accepted which agreement, the two workers and their absences, and what of one member never stands in another's file.

create table family (
	organisation_id uuid not null references organisation,
	id uuid not null,
	made_on date not null,
	made_by uuid not null,
	primary key (organisation_id, id)
);
call protect_tenant('family', 'select, insert');

create table family_member (
	organisation_id uuid not null,
	family_id uuid not null,
	person_id uuid not null,
	lives_with boolean not null,
	from_on date not null,
	to_on date,
	primary key (organisation_id, family_id, person_id, from_on),
	foreign key (organisation_id, family_id) references family,
	foreign key (organisation_id, person_id) references person,
	check (to_on >= from_on),
	constraint family_member_not_twice_at_once exclude using gist
		(organisation_id with =, family_id with =, person_id with =, daterange(from_on, to_on, '[]') with &&)
);
create index family_member_person on family_member (organisation_id, person_id);
call protect_tenant('family_member', 'select, insert, update');

-- How two of a family are related: the one is the other's parent, partner, … At most one relation stands between two at a time.
create table relationship (
	organisation_id uuid not null,
	id uuid not null,
	family_id uuid not null,
	one_id uuid not null,
	other_id uuid not null,
	kind code not null check (kind in ('partner', 'former-partner', 'parent', 'guardian', 'grandparent', 'sibling', 'other')),
	recorded_on date not null,
	recorded_by uuid not null,
	ended_on date,
	primary key (organisation_id, id),
	foreign key (organisation_id, family_id) references family,
	foreign key (organisation_id, one_id) references person,
	foreign key (organisation_id, other_id) references person,
	check (one_id <> other_id),
	check (ended_on >= recorded_on)
);
create unique index relationship_once on relationship
	(organisation_id, family_id, least(one_id, other_id), greatest(one_id, other_id)) where ended_on is null;
call protect_tenant('relationship', 'select, insert, update');

alter table case_ add column family_id uuid,
	add foreign key (organisation_id, family_id) references family,
	add constraint a_family_case_has_its_family check ((unit = 'family') = (family_id is not null));
create index case_of_family on case_ (organisation_id, family_id) where family_id is not null;

-- Where one left, what was asked of them is asked no longer; what they stated stays in the file.
alter table case_condition add column ended_on date;
grant update (ended_on) on case_condition to opora_app;

create or replace function count_unmet() returns trigger language plpgsql as $$
declare
	organisation uuid := coalesce(new.organisation_id, old.organisation_id);
	the_case uuid := coalesce(new.case_id, old.case_id);
begin
	perform 1 from case_ where organisation_id = organisation and id = the_case for no key update;
	update case_ set unmet = (
		select count(*) from case_condition c
		where c.organisation_id = organisation and c.case_id = the_case and c.ended_on is null and not exists (
			select 1 from inclusion_fact f where f.organisation_id = organisation and f.case_id = the_case
				and f.condition = c.condition and f.party_id = c.party_id and f.withdrawn_on is null))
	where organisation_id = organisation and id = the_case;
	return null;
end $$;
drop trigger count_unmet on case_condition;
create trigger count_unmet after insert or update or delete on case_condition for each row execute function count_unmet();

-- Why the family comes to the service (D1); an indication may need the distress of several members.
create table case_indication (
	organisation_id uuid not null,
	case_id uuid not null,
	indication code not null,
	members_min smallint not null default 1 check (members_min between 1 and 9),
	primary key (organisation_id, case_id, indication),
	foreign key (organisation_id, case_id) references case_
);
call protect_tenant('case_indication', 'select, insert, delete');

-- The distress of a member is on record when it stands in their own words.
create function indications_are_met() returns trigger language plpgsql as $$
declare
	the_case uuid := case when tg_table_name = 'case_' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'case_id')::uuid end;
begin
	if exists (
		select 1 from case_ c join case_indication i on i.organisation_id = c.organisation_id and i.case_id = c.id
		where c.organisation_id = new.organisation_id and c.id = the_case and c.active_from is not null
			and i.members_min > 1 and i.members_min > (
				select count(distinct v.person_id) from own_view v join case_member m
					on m.organisation_id = v.organisation_id and m.case_id = v.case_id and m.person_id = v.person_id and m.to_on is null
				where v.organisation_id = c.organisation_id and v.case_id = c.id)) then
		raise exception 'an indication of the case needs the distress of more members' using errcode = '23514', constraint = 'indications_are_met';
	end if;
	return null;
end $$;
create constraint trigger indications_are_met after insert or update of active_from on case_ deferrable initially deferred
	for each row execute function indications_are_met();
create constraint trigger indications_are_met after insert on case_indication deferrable initially deferred
	for each row execute function indications_are_met();

-- A second worker who cannot be there: recorded with a reason, for a time. Nothing else lets one work alone (D4).
create table team_absence (
	organisation_id uuid not null,
	id uuid not null,
	case_id uuid not null,
	-- Who is absent; empty where a colleague is yet to be found.
	worker_id uuid,
	from_on date not null,
	to_on date,
	reason code not null check (reason in ('illness', 'leave', 'left', 'training', 'not-found-yet', 'other')),
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, case_id) references case_,
	foreign key (organisation_id, worker_id) references worker,
	check (to_on >= from_on)
);
create index team_absence_case on team_absence (organisation_id, case_id);
call protect_tenant('team_absence', 'select, insert, update');

-- How many of a case's workers are counted as there: those it has, and the absences that stand open for nobody who is among them.
create function team_of(organisation uuid, the_case uuid) returns bigint language sql stable as $$
	select count(*) from (
		select w.worker_id from case_worker w where w.organisation_id = organisation and w.case_id = the_case
			and w.to_at is null and w.role in ('key-worker', 'second-worker')
		union
		select coalesce(a.worker_id, a.id) from team_absence a where a.organisation_id = organisation and a.case_id = the_case and a.to_on is null
	) team
$$;

create or replace function team_is_enough() returns trigger language plpgsql as $$
declare
	the_case uuid := case when tg_table_name = 'case_' then (to_jsonb(new) ->> 'id')::uuid else (to_jsonb(new) ->> 'case_id')::uuid end;
	least_workers smallint;
begin
	select team_min into least_workers from case_
		where organisation_id = new.organisation_id and id = the_case and active_from is not null for no key update;
	if least_workers is not null and least_workers > team_of(new.organisation_id, the_case) then
		raise exception 'an active case has fewer workers than its programme asks for' using errcode = '23514', constraint = 'team_is_enough';
	end if;
	return null;
end $$;
create constraint trigger team_is_enough after insert or update on team_absence deferrable initially deferred
	for each row execute function team_is_enough();

-- A meeting with several members is led by as many workers as the programme asks for, or says who was absent and why.
create function family_meeting_has_its_team() returns trigger language plpgsql as $$
declare
	least_workers smallint;
	members bigint;
	workers bigint;
begin
	select c.team_min into least_workers from case_ c where c.organisation_id = new.organisation_id and c.id = new.case_id and c.unit = 'family';
	if least_workers is null or least_workers < 2 or new.attendance <> 'came' or new.voided_at is not null or new.kind = 'contact' then return null; end if;
	select count(*) into members from meeting_person p where p.organisation_id = new.organisation_id and p.meeting_id = new.id;
	select count(*) into workers from (
		select w.worker_id from meeting_worker w where w.organisation_id = new.organisation_id and w.meeting_id = new.id
		union
		select coalesce(a.worker_id, a.id) from team_absence a where a.organisation_id = new.organisation_id and a.case_id = new.case_id
			and a.from_on <= new.occurred_on and (a.to_on is null or a.to_on >= new.occurred_on)) led;
	if members > 1 and workers < least_workers then
		raise exception 'a meeting with a family has fewer workers than its programme asks for' using errcode = '23514', constraint = 'family_meeting_has_its_team';
	end if;
	return null;
end $$;
create constraint trigger family_meeting_has_its_team after insert on meeting deferrable initially deferred
	for each row when (new.case_id is not null) execute function family_meeting_has_its_team();

-- What one member said in confidence: sealed under that member's key, and never in another member's file.
create table member_note (
	organisation_id uuid not null,
	id uuid not null,
	case_id uuid not null,
	person_id uuid not null,
	on_day date not null,
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	sealed sealed not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, case_id) references case_,
	foreign key (organisation_id, person_id) references person
);
create index member_note_case on member_note (organisation_id, case_id);
call protect_tenant('member_note', 'select, insert');

-- A member from whom the case is kept: who may be the one the others are afraid of.
create table member_screen (
	organisation_id uuid not null,
	id uuid not null,
	case_id uuid not null,
	person_id uuid not null,
	from_at timestamptz not null,
	recorded_by uuid not null,
	lifted_at timestamptz,
	lifted_by uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, case_id) references case_,
	foreign key (organisation_id, person_id) references person,
	check ((lifted_at is null) = (lifted_by is null))
);
create unique index member_screened_once on member_screen (organisation_id, case_id, person_id) where lifted_at is null;
call protect_tenant('member_screen', 'select, insert, update');

-- Cases that belong together: a parent's and a child's, each with its own client (Z3).
create table case_link (
	organisation_id uuid not null,
	one_id uuid not null,
	other_id uuid not null,
	kind code not null check (kind in ('parent-and-child', 'same-family', 'same-person')),
	linked_on date not null,
	linked_by uuid not null,
	primary key (organisation_id, one_id, other_id),
	foreign key (organisation_id, one_id) references case_,
	foreign key (organisation_id, other_id) references case_,
	check (one_id < other_id)
);
call protect_tenant('case_link', 'select, insert, delete');

-- What a parent may learn of the case of an adolescent, decided for that case; the newest decision stands.
create table parent_view (
	organisation_id uuid not null,
	id uuid not null,
	case_id uuid not null,
	parent_id uuid not null,
	shows code_list not null,
	with_the_child boolean not null,
	decided_on date not null,
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, case_id) references case_,
	foreign key (organisation_id, parent_id) references person
);
create index parent_view_case on parent_view (organisation_id, case_id, recorded_at desc);
call protect_tenant('parent_view', 'select, insert');
