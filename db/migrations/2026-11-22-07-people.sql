-- Persons: what names them is sealed; what is counted stands apart under a pseudonym; they are found by keyed hashes.

create table person (
	organisation_id uuid not null references organisation,
	id uuid not null,
	label label not null,
	anonymous boolean not null,
	first_seen_at timestamptz not null,
	merged_into uuid,
	restricted_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, merged_into) references person,
	check (merged_into <> id)
);
call protect_tenant('person', 'select, insert, update');

create table person_text (
	organisation_id uuid not null,
	person_id uuid not null,
	sealed sealed not null,
	primary key (organisation_id, person_id),
	foreign key (organisation_id, person_id) references person
);
call protect_tenant('person_text', 'select, insert, update');

-- What reports count about a person, apart from who that is: the pseudonym stands only in the sealed text.
create table person_facts (
	organisation_id uuid not null references organisation,
	pseudonym uuid not null,
	birth_year smallint check (birth_year between 1900 and 2200),
	sex code check (sex in ('female', 'male', 'other')),
	municipality code,
	primary key (organisation_id, pseudonym)
);
call protect_tenant('person_facts', 'select, insert, update, delete');

create table person_search (
	organisation_id uuid not null,
	person_id uuid not null,
	hashes integer[] not null,
	primary key (organisation_id, person_id),
	foreign key (organisation_id, person_id) references person
);
create index person_search_hashes on person_search using gin (hashes);
call protect_tenant('person_search', 'select, insert, update, delete');

-- How a person may be reached, and how never: the sender reads it, not only the worker.
create table contact_rule (
	organisation_id uuid not null,
	person_id uuid not null,
	rule code not null check (rule in ('no-phone', 'no-email', 'no-voicemail', 'no-service-name', 'withheld-number', 'mornings-only', 'afternoons-only')),
	primary key (organisation_id, person_id, rule),
	foreign key (organisation_id, person_id) references person
);
call protect_tenant('contact_rule', 'select, insert, delete');

-- Array operators are not leakproof: under a policy the index would never be used. So the search runs in a function of a
-- role of its own, for the organisation of the transaction only, and returns ids only (decision 12).
create schema finder;
grant usage on schema finder to opora_app, opora_finder;
grant create on schema finder to opora_finder;
grant select on person_search to opora_finder;
create policy for_the_finder on person_search for select to opora_finder using (organisation_id = app_organisation());

grant usage on schema access to opora_finder;
grant select on access.grant_, access.subject_team, access.team_member to opora_finder;
create policy for_the_finder on access.grant_ for select to opora_finder using (organisation_id = app_organisation());
create policy for_the_finder on access.subject_team for select to opora_finder using (organisation_id = app_organisation());
create policy for_the_finder on access.team_member for select to opora_finder using (organisation_id = app_organisation());

-- Persons who have, for each word asked, at least one of that word's hashes. `words` is a list of lists: [[1,2],[3,4]],
-- as jsonb because the lists differ in length. With `only_mine`, persons the worker or the worker's team has to do with.
create function finder.find_persons(words jsonb, only_mine boolean, at_most integer) returns table (person_id uuid)
	language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
	word jsonb;
	condition text := '';
begin
	if app_actor_kind() is distinct from 'worker' or jsonb_array_length(words) not between 1 and 8 then return; end if;
	for word in select jsonb_array_elements(words) loop
		condition := condition || format(' and s.hashes && %L::integer[]',
			'{' || (select string_agg(value::integer::text, ',') from jsonb_array_elements_text(word)) || '}');
	end loop;
	if only_mine then
		condition := condition || ' and (exists (select 1 from access.grant_ g where g.organisation_id = $1 and g.worker_id = $2
				and g.subject_id = s.person_id and g.relation <> ''screened'' and g.to_at is null)
			or exists (select 1 from access.subject_team t join access.team_member m
				on m.organisation_id = t.organisation_id and m.team_id = t.team_id and m.to_at is null
				where t.organisation_id = $1 and t.subject_id = s.person_id and m.worker_id = $2))';
	end if;
	return query execute
		'select s.person_id from person_search s where s.organisation_id = $1' || condition || ' limit $3'
		using app_organisation(), app_worker(), least(at_most, 200);
end $$;
alter function finder.find_persons(jsonb, boolean, integer) owner to opora_finder;
revoke all on function finder.find_persons(jsonb, boolean, integer) from public;
grant execute on function finder.find_persons(jsonb, boolean, integer) to opora_app;

-- Who opened a file: the entries about a subject, newest first. For workers whom the access table lets read a journal.
grant select on journal to opora_finder;
create policy for_the_finder on journal for select to opora_finder using (organisation_id = app_organisation());
create function finder.entries_about(subject uuid, before_at timestamptz, before_id uuid, at_most integer)
	returns table (at timestamptz, id uuid)
	language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
	if app_actor_kind() is distinct from 'worker' then return; end if;
	return query
		select j.at, j.id from journal j
		where j.organisation_id = app_organisation() and j.subject_ids @> array[subject]
			and (j.at, j.id) < (before_at, before_id)
		order by j.at desc, j.id desc limit least(at_most, 200);
end $$;
alter function finder.entries_about(uuid, timestamptz, uuid, integer) owner to opora_finder;
revoke all on function finder.entries_about(uuid, timestamptz, uuid, integer) from public;
grant execute on function finder.entries_about(uuid, timestamptz, uuid, integer) to opora_app;

-- An invitation is looked up by the keyed hash of its link, before anybody is known: ids only.
grant select on invitation to opora_finder;
create policy for_the_finder on invitation for select to opora_finder using (true);
create function finder.find_invitation(mac bytea) returns table (organisation_id uuid, invitation_id uuid)
	language sql stable security definer set search_path = pg_catalog, public as $$
	select i.organisation_id, i.id from public.invitation i where i.token_mac = mac
$$;
alter function finder.find_invitation(bytea) owner to opora_finder;
revoke all on function finder.find_invitation(bytea) from public;
grant execute on function finder.find_invitation(bytea) to opora_app;
