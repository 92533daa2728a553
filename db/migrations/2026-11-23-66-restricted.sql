-- GDPR, article 18: a record whose processing is restricted is kept, and shown to nobody but the data protection officer.
-- Row-level security is the second wall (decision 10): whatever is asked, by whichever query, it is not there.

create table person_restriction (
	organisation_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	ground code not null check (ground in ('accuracy-contested', 'unlawful', 'needed-for-claims', 'objection')),
	set_at timestamptz not null,
	set_by uuid not null,
	lifted_at timestamptz,
	lifted_by uuid,
	-- Why, in words, and later why it was lifted: under the person's key.
	sealed sealed not null,
	lifted_sealed sealed,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references person,
	check (num_nonnulls(lifted_at, lifted_by, lifted_sealed) in (0, 3)),
	check (lifted_at >= set_at)
);
create unique index person_restricted_once on person_restriction (organisation_id, person_id) where lifted_at is null;
call protect_tenant('person_restriction', 'select, insert, update');
create index person_restricted on person (organisation_id) where restricted_at is not null;

-- The record is held first: whoever merges it meanwhile waits, or is seen. All records of a person are restricted together.
create function restrict_records() returns trigger language plpgsql as $$
declare
	into_another uuid;
begin
	select merged_into into into_another from person where organisation_id = new.organisation_id and id = new.person_id for no key update;
	if into_another is not null then
		raise exception 'the record that stays is restricted' using errcode = '23514', constraint = 'restriction_of_what_stays';
	end if;
	update person set restricted_at = case when new.lifted_at is null then new.set_at end
		where organisation_id = new.organisation_id and (id = new.person_id or merged_into = new.person_id);
	return null;
end $$;
create trigger restrict_records after insert or update of lifted_at on person_restriction for each row execute function restrict_records();

create function access.guards_data() returns boolean language sql stable parallel safe as $$
	select exists (select 1 from access.worker_role r where r.organisation_id = app_organisation()
		and r.worker_id = app_worker() and r.role = 'data-protection-officer' and r.to_at is null)
$$;
grant execute on function access.guards_data() to opora_app;

-- What is kept from whoever asks: restricted persons, requests about them, and cases in which nobody else is. Few: asked for
-- once in a query. Of the definer's rights, because under the walls nobody sees what is behind them.
grant select (organisation_id, id, about_person) on request to opora_finder;
grant select on case_member, access.worker_role to opora_finder;
create policy for_the_finder on request for select to opora_finder using (true);
create policy for_the_finder on case_member for select to opora_finder using (true);
create policy for_the_finder on access.worker_role for select to opora_finder using (true);
grant create on schema access to opora_finder;
create function access.withheld() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
	here constant uuid := app_organisation();
	persons uuid[];
begin
	if app_actor_kind() is null or app_actor_kind() not in ('worker', 'system') then return '{}'; end if;
	persons := array(select p.id from person p where p.organisation_id = here and p.restricted_at is not null);
	if persons = '{}' then return persons; end if;
	if exists (select 1 from access.worker_role r where r.organisation_id = here and r.worker_id = app_worker()
		and r.role = 'data-protection-officer' and r.to_at is null) then return '{}'; end if;
	return persons
		|| array(select r.id from request r where r.organisation_id = here and r.about_person = any (persons))
		|| array(select distinct m.case_id from case_member m where m.organisation_id = here and m.person_id = any (persons)
			and not exists (select 1 from case_member o where o.organisation_id = here and o.case_id = m.case_id
				and o.person_id <> all (persons)));
end $$;
alter function access.withheld() owner to opora_finder;
revoke create on schema access from opora_finder;
revoke all on function access.withheld() from public;
grant execute on function access.withheld() to opora_app, opora_finder;

create policy not_withheld on person as restrictive to opora_app using (id <> all ((select access.withheld())::uuid[]));
create policy not_withheld on person_text as restrictive to opora_app using (person_id <> all ((select access.withheld())::uuid[]));
create policy not_withheld on person_search as restrictive to opora_app using (person_id <> all ((select access.withheld())::uuid[]));
create policy not_withheld on contact_rule as restrictive to opora_app using (person_id <> all ((select access.withheld())::uuid[]));
create policy not_withheld on person_around as restrictive to opora_app using (person_id <> all ((select access.withheld())::uuid[]));
create policy not_withheld on person_merge as restrictive to opora_app using (kept_id <> all ((select access.withheld())::uuid[]));
create policy not_withheld on request as restrictive to opora_app using (id <> all ((select access.withheld())::uuid[]));
create policy not_withheld on case_ as restrictive to opora_app using (id <> all ((select access.withheld())::uuid[]));
-- Without their keys no sealed text of theirs opens, wherever it stands. What was under way before, as a message, still goes out.
create policy not_withheld on subject_key as restrictive to opora_app
	using ((select app_actor_kind()) is distinct from 'worker' or subject_id <> all ((select access.withheld())::uuid[]));
create policy for_the_guard on person_restriction as restrictive to opora_app using ((select access.guards_data()));
-- Nobody else restricts.
create policy restricted_by_the_guard on person as restrictive for update to opora_app
	using (true) with check (restricted_at is null or (select access.guards_data()));
create policy never_restricted_at_first on person as restrictive for insert to opora_app with check (restricted_at is null);

-- Search answers with nobody who is kept from whoever asks.
create or replace function finder.find_persons(words jsonb, only_mine boolean, at_most integer) returns table (person_id uuid)
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
		condition := condition || ' and exists (select 1 from person p cross join lateral (select coalesce(p.merged_into, p.id) as id
				union all select o.id from person o where o.organisation_id = $1 and o.merged_into = coalesce(p.merged_into, p.id)) r
			where p.organisation_id = $1 and p.id = s.person_id and (exists (select 1 from access.grant_ g where g.organisation_id = $1
				and g.worker_id = $2 and g.subject_id = r.id and g.relation <> ''screened'' and g.to_at is null)
			or exists (select 1 from access.subject_team t join access.team_member m
				on m.organisation_id = t.organisation_id and m.team_id = t.team_id and m.to_at is null
				where t.organisation_id = $1 and t.subject_id = r.id and m.worker_id = $2)))';
	end if;
	return query execute
		'select distinct found.stays from (
			select (select coalesce(p.merged_into, p.id) from person p where p.organisation_id = $1 and p.id = s.person_id) as stays
			from person_search s where s.organisation_id = $1 and s.person_id <> all ($4)' || condition || ' limit $3) as found'
		using app_organisation(), app_worker(), least(at_most, 200), access.withheld();
end $$;
