-- Two records of one person become one, and two again. Nothing moves: the record that is merged points to the one that
-- stays, and whatever hangs on either is read under that one (decision 9).

create index person_merged on person (organisation_id, merged_into) where merged_into is not null;

create table person_merge (
	organisation_id uuid not null,
	id uuid not null,
	kept_id uuid not null,
	merged_id uuid not null,
	merged_at timestamptz not null,
	merged_by uuid not null,
	undone_at timestamptz,
	undone_by uuid,
	-- Contact rules of the merged record that a worker has lifted since; they hold again when the two are apart.
	lifted code_list not null default '{}',
	-- What the record that stays said before, and what was chosen: under the key of the record that stays.
	sealed sealed not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, kept_id) references person,
	foreign key (organisation_id, merged_id) references person,
	constraint merge_of_two check (kept_id <> merged_id),
	check ((undone_at is null) = (undone_by is null))
);
create unique index person_merge_once on person_merge (organisation_id, merged_id) where undone_at is null;
create index person_merge_kept on person_merge (organisation_id, kept_id);
call protect_tenant('person_merge', 'select, insert, update');

-- Both records are held first, in one order, so that two who merge crosswise wait for each other and the second is refused.
-- A merged record carries no others, and nothing is merged with a record whose processing is restricted.
create function merge_two() returns trigger language plpgsql as $$
declare
	held integer;
begin
	perform 1 from person where organisation_id = new.organisation_id and id in (new.kept_id, new.merged_id) order by id for no key update;
	select count(*) into held from person where organisation_id = new.organisation_id and id in (new.kept_id, new.merged_id)
		and merged_into is null and restricted_at is null;
	if held <> 2 or exists (select 1 from person where organisation_id = new.organisation_id and merged_into = new.merged_id) then
		raise exception 'only two records that stand by themselves are merged' using errcode = '23514', constraint = 'merge_of_records_apart';
	end if;
	update person set merged_into = new.kept_id where organisation_id = new.organisation_id and id = new.merged_id;
	return new;
end $$;
create trigger merge_two before insert on person_merge for each row execute function merge_two();

create function unmerge_two() returns trigger language plpgsql as $$
begin
	if old.undone_at is not null or (new.kept_id, new.merged_id, new.merged_at, new.merged_by) is distinct from (old.kept_id, old.merged_id, old.merged_at, old.merged_by) then
		raise exception 'a merge that is undone stays so' using errcode = '23514', constraint = 'merge_undone_once';
	end if;
	if new.undone_at is not null then
		update person set merged_into = null where organisation_id = new.organisation_id and id = new.merged_id;
	end if;
	return new;
end $$;
create trigger unmerge_two before update on person_merge for each row execute function unmerge_two();

-- A record points to another only while a merge says so.
create function merge_agrees() returns trigger language plpgsql as $$
declare
	said uuid;
	points uuid;
begin
	select kept_id into said from person_merge where organisation_id = new.organisation_id and merged_id = new.id and undone_at is null;
	select merged_into into points from person where organisation_id = new.organisation_id and id = new.id;
	if said is distinct from points then
		raise exception 'a record is merged only by a merge' using errcode = '23514', constraint = 'merge_agrees';
	end if;
	return null;
end $$;
create constraint trigger merge_agrees after update of merged_into on person deferrable initially deferred
	for each row execute function merge_agrees();
create constraint trigger merged_from_the_start after insert on person deferrable initially deferred
	for each row when (new.merged_into is not null) execute function merge_agrees();

-- Pairs of which somebody said that they are not one person: they are not offered again.
create table not_same_person (
	organisation_id uuid not null,
	first_id uuid not null,
	second_id uuid not null,
	said_at timestamptz not null,
	said_by uuid not null,
	primary key (organisation_id, first_id, second_id),
	foreign key (organisation_id, first_id) references person,
	foreign key (organisation_id, second_id) references person,
	check (first_id < second_id)
);
call protect_tenant('not_same_person', 'select, insert');

-- For each person asked, the record that stays and every record that is read under it.
create function access.records_of(ids uuid[]) returns table (asked uuid, stays uuid, record uuid) language sql stable parallel safe as $$
	select q.id, coalesce(q.merged_into, q.id), r.id
	from person q
	cross join lateral (
		select coalesce(q.merged_into, q.id) as id
		union all
		select m.id from person m where m.organisation_id = q.organisation_id and m.merged_into = coalesce(q.merged_into, q.id)
	) r
	where q.organisation_id = (select app_organisation()) and q.id = any (ids)
$$;
grant execute on function access.records_of(uuid[]) to opora_app;

-- Whoever works with one record of a person works with all; whoever is screened from one is screened from all.
create or replace function access.relation_to(subject uuid) returns text language sql stable parallel safe as $$
	select case
		when exists (select 1 from access.grant_ g where g.organisation_id = (select app_organisation())
			and g.worker_id = (select app_worker()) and g.subject_id = any (of.records) and g.relation = 'screened' and g.to_at is null) then 'screened'
		when exists (select 1 from access.grant_ g where g.organisation_id = (select app_organisation())
			and g.worker_id = (select app_worker()) and g.subject_id = any (of.records) and g.relation in ('own', 'stand-in') and g.to_at is null) then 'own'
		when exists (select 1 from access.subject_team s join access.team_member m
				on m.organisation_id = s.organisation_id and m.team_id = s.team_id and m.to_at is null
			where s.organisation_id = (select app_organisation()) and s.subject_id = any (of.records) and m.worker_id = (select app_worker())) then 'team'
		when exists (select 1 from access.grant_ g where g.organisation_id = (select app_organisation())
			and g.worker_id = (select app_worker()) and g.subject_id = any (of.records) and g.relation in ('own', 'stand-in')) then 'former'
		when exists (select 1 from access.subject_team s
			where s.organisation_id = (select app_organisation()) and s.subject_id = any (of.records)) then 'other-team'
		else 'none'
	end
	from (select case
		-- Few records are merged: for all others there is nothing more to look up.
		when exists (select 1 from person p where p.organisation_id = (select app_organisation()) and p.merged_into is not null
			and (p.id = subject or p.merged_into = subject)) then array(select r.record from access.records_of(array[subject]) r)
		else array[subject] end as records offset 0) as of
$$;

-- Search finds a person by the words of any of their records, and answers with the one that stays.
grant select (organisation_id, id, merged_into, restricted_at) on person to opora_finder;
create policy for_the_finder on person for select to opora_finder using (true);
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
			from person_search s where s.organisation_id = $1' || condition || ' limit $3) as found'
		using app_organisation(), app_worker(), least(at_most, 200);
end $$;

-- Who opened a person's file: the entries about any of their records.
create or replace function finder.entries_about(subject uuid, before_at timestamptz, before_id uuid, at_most integer)
	returns table (at timestamptz, id uuid)
	language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
	records uuid[];
begin
	if app_actor_kind() is distinct from 'worker' then return; end if;
	records := array(select subject union all select p.id from person p where p.organisation_id = app_organisation() and p.merged_into = subject);
	return query
		select j.at, j.id from journal j
		where j.organisation_id = app_organisation() and j.subject_ids && records
			and (j.at, j.id) < (before_at, before_id)
		order by j.at desc, j.id desc limit least(at_most, 200);
end $$;
