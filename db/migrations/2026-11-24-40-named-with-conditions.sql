-- Conditions that depend on the kind of service given (O4, O5), and that name people: the key actors whom the person agreed to
-- involve, the standing collaborators of a network.

create table case_service (
	organisation_id uuid not null,
	case_id uuid not null,
	service code not null,
	from_on date not null,
	recorded_by uuid not null,
	primary key (organisation_id, case_id, service),
	foreign key (organisation_id, case_id) references case_
);
call protect_tenant('case_service', 'select, insert');

-- How many people a statement has to name; none for most.
alter table inclusion_fact add column names_min smallint not null default 0 check (names_min between 0 and 9);

create table named_person (
	organisation_id uuid not null,
	fact_id uuid not null,
	around_id uuid not null,
	primary key (organisation_id, fact_id, around_id),
	foreign key (organisation_id, fact_id) references inclusion_fact,
	foreign key (organisation_id, around_id) references person_around
);
call protect_tenant('named_person', 'select, insert');

create function names_are_enough() returns trigger language plpgsql as $$
begin
	if new.names_min > (select count(*) from named_person n where n.organisation_id = new.organisation_id and n.fact_id = new.id) then
		raise exception 'the condition names fewer people than it has to' using errcode = '23514', constraint = 'names_are_enough';
	end if;
	return null;
end $$;
create constraint trigger names_are_enough after insert or update of names_min on inclusion_fact deferrable initially deferred
	for each row when (new.names_min > 0) execute function names_are_enough();
