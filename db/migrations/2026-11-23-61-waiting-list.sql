-- The waiting list, and requests that go from worker to worker.

-- Since when somebody waits: written once, when they are first put on a list, and never moved, whatever happens afterwards.
create table waiting_entry (
	organisation_id uuid not null,
	request_id uuid not null,
	joined_at timestamptz not null,
	primary key (organisation_id, request_id),
	unique (organisation_id, request_id, joined_at),
	foreign key (organisation_id, request_id) references request
);
call protect_tenant('waiting_entry', 'select, insert');

create function joining_date_never_moves() returns trigger language plpgsql as $$
begin
	raise exception 'the joining date never moves' using errcode = '23514', constraint = 'joining_date_never_moves';
end $$;
create trigger joining_date_never_moves before update on waiting_entry for each row execute function joining_date_never_moves();

-- Each time on the list of a programme and a site. An empty site: whichever has room first.
create table waiting_stay (
	organisation_id uuid not null,
	id uuid not null,
	request_id uuid not null,
	joined_at timestamptz not null,
	programme code not null,
	site code,
	reason code not null check (reason in ('no-place', 'no-worker', 'site', 'later', 'group', 'other')),
	priority code check (priority in ('child', 'violence', 'worsening', 'special-needs', 'disadvantage', 'other')),
	from_at timestamptz not null,
	put_by uuid not null,
	to_at timestamptz,
	left_why code check (left_why in ('into-work', 'case-opened', 'concluded', 'person-withdrew', 'declined', 'moved')),
	-- Empty where the person took the request back with their code.
	left_by uuid,
	left_sealed sealed,
	primary key (organisation_id, id),
	foreign key (organisation_id, request_id, joined_at) references waiting_entry (organisation_id, request_id, joined_at),
	check (num_nonnulls(to_at, left_why) in (0, 2)),
	check (to_at is not null or (left_by is null and left_sealed is null)),
	check (from_at >= joined_at and (to_at is null or to_at >= from_at))
);
create unique index waiting_once on waiting_stay (organisation_id, request_id) where to_at is null;
create index waiting_in_order on waiting_stay (organisation_id, joined_at, request_id) where to_at is null;
create index waiting_at_site on waiting_stay (organisation_id, programme, site, joined_at, request_id) where to_at is null;
create index waiting_of_request on waiting_stay (organisation_id, request_id);
call protect_tenant('waiting_stay', 'select, insert, update');

-- Of a stay only its end is ever written, once.
create function stay_only_ends() returns trigger language plpgsql as $$
begin
	if old.to_at is not null or (new.id, new.request_id, new.joined_at, new.programme, new.site, new.reason, new.priority, new.from_at, new.put_by)
		is distinct from (old.id, old.request_id, old.joined_at, old.programme, old.site, old.reason, old.priority, old.from_at, old.put_by) then
		raise exception 'a stay on the waiting list only ends' using errcode = '23514', constraint = 'stay_only_ends';
	end if;
	return new;
end $$;
create trigger stay_only_ends before update on waiting_stay for each row execute function stay_only_ends();

create function nobody_waits_with_an_ended_request() returns trigger language plpgsql as $$
begin
	if exists (select 1 from public.request_mark where organisation_id = new.organisation_id and request_id = new.request_id and ended_at is not null) then
		raise exception 'the request has ended' using errcode = '23514', constraint = 'nobody_waits_with_an_ended_request';
	end if;
	return new;
end $$;
create trigger nobody_waits_with_an_ended_request before insert on waiting_stay for each row execute function nobody_waits_with_an_ended_request();

create function keep_waiting_since() returns trigger language plpgsql as $$
begin
	update public.request_mark set waiting_since = case when new.to_at is null then new.joined_at end
		where organisation_id = new.organisation_id and request_id = new.request_id;
	return null;
end $$;
create trigger keep_waiting_since after insert or update of to_at on waiting_stay for each row execute function keep_waiting_since();

-- What ends a request ends its waiting, also where the person ends it with their code and sees no list: it runs with the
-- finder's rights. Before the outcome is written, so that whoever works on the request and whoever takes it back hold its
-- mark before anything else.
grant select, update on waiting_stay to opora_finder;
create policy for_the_finder on waiting_stay to opora_finder using (true);
create function finder.keep_request_ended() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
	update public.request_mark set ended_at = new.at where organisation_id = new.organisation_id and request_id = new.request_id;
	update public.waiting_stay set to_at = greatest(new.at, from_at), left_by = new.recorded_by, left_why = case new.kind
			when 'accepted' then 'case-opened' when 'concluded' then 'concluded' when 'declined' then 'declined' when 'routed' then 'declined'
			else 'person-withdrew' end
		where organisation_id = new.organisation_id and request_id = new.request_id and to_at is null;
	return new;
end $$;
alter function finder.keep_request_ended() owner to opora_finder;
revoke all on function finder.keep_request_ended() from public;
create trigger keep_request_ended before insert on request_outcome for each row execute function finder.keep_request_ended();

-- Each time a request was given to somebody, and why. Its id is that of the taking it began.
create table request_handing (
	organisation_id uuid not null,
	id uuid not null,
	request_id uuid not null,
	from_worker uuid,
	to_worker uuid not null,
	reason code not null check (reason in ('assigned', 'leave', 'illness', 'departure', 'workload', 'skills', 'language', 'place', 'known-to-me', 'other')),
	at timestamptz not null,
	by_worker uuid not null,
	sealed sealed,
	primary key (organisation_id, id),
	foreign key (organisation_id, id) references request_taking,
	foreign key (organisation_id, request_id) references request,
	foreign key (organisation_id, to_worker) references worker,
	foreign key (organisation_id, from_worker) references worker,
	check (from_worker is distinct from to_worker)
);
create index request_handing_of_request on request_handing (organisation_id, request_id);
call protect_tenant('request_handing', 'select, insert');
create index request_taking_of_request on request_taking (organisation_id, request_id);
