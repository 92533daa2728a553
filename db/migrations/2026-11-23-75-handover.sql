-- W3: a case or a request goes to another worker for good, or somebody stands in for some days. A stand-in has the rights of
-- the one they stand in for from the first of those days to the last, and then has them no more, with nobody doing anything.

-- The moment of the act: the clock of a transaction is an argument, in the database too.
create function app_now() returns timestamptz language sql stable parallel safe
	as $$ select coalesce(nullif(current_setting('app.at', true), '')::timestamptz, now()) $$;

-- Whether a grant holds now. A grant for good holds until it is ended; a stand-in's only between its two moments.
create function access.holds(relation text, from_at timestamptz, to_at timestamptz) returns boolean language sql stable parallel safe
	as $$ select to_at is null or (relation = 'stand-in' and from_at <= app_now() and app_now() < to_at) $$;
grant execute on function access.holds(text, timestamptz, timestamptz) to opora_app, opora_finder;
alter table access.grant_ add constraint stand_in_has_an_end check (relation <> 'stand-in' or to_at is not null);

create or replace function access.relation_to(subject uuid) returns text language sql stable parallel safe as $$
	select case
		when exists (select 1 from access.grant_ g where g.organisation_id = (select app_organisation())
			and g.worker_id = (select app_worker()) and g.subject_id = subject and g.relation = 'screened' and g.to_at is null) then 'screened'
		when exists (select 1 from access.grant_ g where g.organisation_id = (select app_organisation())
			and g.worker_id = (select app_worker()) and g.subject_id = subject and g.relation in ('own', 'stand-in')
			and access.holds(g.relation, g.from_at, g.to_at)) then 'own'
		when exists (select 1 from access.subject_team s join access.team_member m
				on m.organisation_id = s.organisation_id and m.team_id = s.team_id and m.to_at is null
			where s.organisation_id = (select app_organisation()) and s.subject_id = subject and m.worker_id = (select app_worker())) then 'team'
		when exists (select 1 from access.grant_ g where g.organisation_id = (select app_organisation())
			and g.worker_id = (select app_worker()) and g.subject_id = subject and (g.relation = 'own'
				or (g.relation = 'stand-in' and g.from_at <= app_now() and g.to_at > g.from_at))) then 'former'
		when exists (select 1 from access.subject_team s
			where s.organisation_id = (select app_organisation()) and s.subject_id = subject) then 'other-team'
		else 'none'
	end
$$;

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
		condition := condition || ' and (exists (select 1 from access.grant_ g where g.organisation_id = $1 and g.worker_id = $2
				and g.subject_id = s.person_id and g.relation <> ''screened'' and access.holds(g.relation, g.from_at, g.to_at))
			or exists (select 1 from access.subject_team t join access.team_member m
				on m.organisation_id = t.organisation_id and m.team_id = t.team_id and m.to_at is null
				where t.organisation_id = $1 and t.subject_id = s.person_id and m.worker_id = $2))';
	end if;
	return query execute
		'select s.person_id from person_search s where s.organisation_id = $1' || condition || ' limit $3'
		using app_organisation(), app_worker(), least(at_most, 200);
end $$;

create table handover (
	organisation_id uuid not null,
	id uuid not null,
	case_id uuid,
	request_id uuid,
	from_worker uuid not null,
	to_worker uuid not null,
	kind code not null check (kind in ('for-good', 'for-a-time')),
	reason code not null check (reason in ('departure', 'leave', 'illness', 'other')),
	from_on date not null,
	-- The last day of a stand-in.
	to_on date,
	-- C9: whether the person agreed to whom it goes.
	agreement code not null check (agreement in ('agreed', 'declined', 'to-be-asked')),
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	-- A stand-in that ended before its last day.
	ended_at timestamptz,
	ended_by uuid,
	-- What the next worker has to know: under the key of the case or the request.
	sealed sealed,
	primary key (organisation_id, id),
	foreign key (organisation_id, case_id) references case_,
	foreign key (organisation_id, request_id) references request,
	foreign key (organisation_id, from_worker) references worker,
	foreign key (organisation_id, to_worker) references worker,
	check (num_nonnulls(case_id, request_id) = 1),
	check (from_worker <> to_worker),
	check ((kind = 'for-a-time') = (to_on is not null)),
	check (to_on >= from_on),
	check ((ended_at is null) = (ended_by is null)),
	check (ended_at is null or kind = 'for-a-time'),
	constraint handed_over_with_agreement check (agreement <> 'declined' or reason <> 'other')
);
create index handover_of_case on handover (organisation_id, case_id, id desc) where case_id is not null;
create index handover_of_request on handover (organisation_id, request_id, id desc) where request_id is not null;
create index handover_from on handover (organisation_id, from_worker, id desc);
call protect_tenant('handover', 'select, insert, update');

-- The appointments there were: those that went along, and those that could not because the next worker's time was taken.
create table handover_time (
	organisation_id uuid not null,
	handover_id uuid not null,
	appointment_id uuid not null,
	moved boolean not null,
	primary key (organisation_id, handover_id, appointment_id),
	foreign key (organisation_id, handover_id) references handover,
	foreign key (organisation_id, appointment_id) references appointment (organisation_id, id)
);
call protect_tenant('handover_time', 'select, insert');

-- Drafts that the one who hands over offers; gone when the next worker has taken them up.
create table handover_draft (
	organisation_id uuid not null,
	handover_id uuid not null,
	form code not null,
	sealed sealed not null,
	primary key (organisation_id, handover_id, form),
	foreign key (organisation_id, handover_id) references handover
);
call protect_tenant('handover_draft', 'select, insert, delete');

-- Who has left carries no case and no request. The worker's row is held, so that leaving and being handed something cannot pass each other.
create function works_here() returns trigger language plpgsql as $$
begin
	perform 1 from worker where organisation_id = new.organisation_id and id = new.worker_id and left_at is null for share;
	if not found then
		raise exception 'this worker does not work here any more' using errcode = '23514', constraint = 'works_here';
	end if;
	return new;
end $$;
create trigger works_here before insert on case_worker for each row execute function works_here();
create trigger works_here before insert on request_taking for each row execute function works_here();

-- Nobody's work ends while an open case or an open request is theirs.
create function leaves_nothing_open() returns trigger language plpgsql as $$
begin
	if exists (select 1 from case_worker w join case_ c on c.organisation_id = w.organisation_id and c.id = w.case_id
			where w.organisation_id = new.organisation_id and w.worker_id = new.id and w.to_at is null and c.closed_on is null)
		or exists (select 1 from request_taking t where t.organisation_id = new.organisation_id and t.worker_id = new.id and t.to_at is null
			and not exists (select 1 from request_outcome o where o.organisation_id = t.organisation_id and o.request_id = t.request_id)) then
		raise exception 'this worker still has open cases or requests' using errcode = '23514', constraint = 'leaves_nothing_open';
	end if;
	return null;
end $$;
create trigger leaves_nothing_open after update of left_at on worker
	for each row when (new.left_at is not null) execute function leaves_nothing_open();

-- Whoever works here has a role. The worker is held, so that two who each take another role away cannot take both.
create function worker_has_a_role() returns trigger language plpgsql as $$
begin
	perform 1 from worker where organisation_id = new.organisation_id and id = new.worker_id and left_at is null for no key update;
	if found and not exists (select 1 from access.worker_role r
			where r.organisation_id = new.organisation_id and r.worker_id = new.worker_id and r.to_at is null) then
		raise exception 'this worker would be left without a role' using errcode = '23514', constraint = 'worker_has_a_role';
	end if;
	return null;
end $$;
create constraint trigger worker_has_a_role after update on access.worker_role deferrable initially deferred
	for each row when (new.to_at is not null) execute function worker_has_a_role();
