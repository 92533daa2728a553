-- Requests: how a person's first sign comes in, who takes it, and what becomes of it.

-- What somebody at the door has typed and not sent: nobody's, sealed under a key made from their cookie and the root key,
-- gone after a day (decision 15). Reached only through the functions below, with the right token.
create table unsent (
	token_mac digest primary key,
	kind code not null,
	sealed sealed not null,
	saved_at timestamptz not null,
	expires_at timestamptz not null
);
alter table unsent enable row level security;
alter table unsent force row level security;
create policy for_the_finder on unsent to opora_finder using (true) with check (true);
grant select, insert, update, delete on unsent to opora_finder;
create function finder.keep_unsent(mac bytea, what text, words bytea, at timestamptz, until timestamptz) returns void
	language sql security definer set search_path = pg_catalog, public as $$
	insert into public.unsent (token_mac, kind, sealed, saved_at, expires_at) values (mac, what, words, at, until)
	on conflict (token_mac) do update set sealed = excluded.sealed, saved_at = excluded.saved_at, expires_at = excluded.expires_at
		where public.unsent.kind = excluded.kind
$$;
create function finder.read_unsent(mac bytea, what text, at timestamptz) returns bytea
	language sql stable security definer set search_path = pg_catalog, public as $$
	select sealed::bytea from public.unsent where token_mac = mac and kind = what and expires_at > at
$$;
create function finder.forget_unsent(mac bytea) returns void
	language sql security definer set search_path = pg_catalog, public as $$
	delete from public.unsent where token_mac = mac
$$;
create function finder.forget_expired_unsent(at timestamptz) returns integer
	language sql security definer set search_path = pg_catalog, public as $$
	with gone as (delete from public.unsent where expires_at <= at returning 1) select count(*)::integer from gone
$$;
alter function finder.keep_unsent(bytea, text, bytea, timestamptz, timestamptz) owner to opora_finder;
alter function finder.read_unsent(bytea, text, timestamptz) owner to opora_finder;
alter function finder.forget_unsent(bytea) owner to opora_finder;
alter function finder.forget_expired_unsent(timestamptz) owner to opora_finder;

-- A code that opens one request again. Found by its keyed hash, before any organisation is known.
create table return_code (
	mac digest primary key,
	organisation_id uuid not null references organisation,
	subject_id uuid not null,
	holder code not null check (holder in ('code-holder', 'proposer')),
	made_at timestamptz not null,
	revoked_at timestamptz
);
create index return_code_subject on return_code (organisation_id, subject_id);
call protect_tenant('return_code', 'select, insert, update');
call let_visitors_insert('return_code');
grant select on return_code to opora_finder;
create policy for_the_finder on return_code for select to opora_finder using (true);
create function finder.find_code(mac bytea) returns table (organisation_id uuid, subject_id uuid, holder text)
	language sql stable security definer set search_path = pg_catalog, public as $$
	select c.organisation_id, c.subject_id, c.holder from public.return_code c where c.mac = find_code.mac and c.revoked_at is null
$$;
alter function finder.find_code(bytea) owner to opora_finder;
revoke all on all functions in schema finder from public;
grant execute on all functions in schema finder to opora_app;

create table request (
	organisation_id uuid not null references organisation,
	id uuid not null,
	-- A word and a number by which workers speak of it while nobody has a name: LIPA-42.
	label label not null,
	programme code not null,
	version integer not null,
	way_in code not null,
	for_whom code not null check (for_whom in ('self', 'other', 'proposal', 'ex-officio')),
	urgency code not null check (urgency in ('urgent', 'ordinary')),
	received_at timestamptz not null,
	respond_by timestamptz not null,
	mode code not null,
	online_reason code,
	site code,
	municipality code,
	anonymous boolean not null,
	-- The person has to accept an initiative before the service; a proposal waits for their own wish before a case (P7, B15).
	needs_own_wish code not null check (needs_own_wish in ('given', 'before-talk', 'before-case')),
	-- Ex officio: the person has to be informed first (P8).
	needs_notice boolean not null,
	entered_by uuid,
	about_person uuid,
	from_person uuid,
	primary key (organisation_id, id),
	foreign key (organisation_id, programme, version) references programme_version (organisation_id, programme, version),
	foreign key (organisation_id, about_person) references person,
	foreign key (organisation_id, from_person) references person,
	check (respond_by >= received_at)
);
create index request_newest on request (organisation_id, id desc);
create index request_about on request (organisation_id, about_person) where about_person is not null;
call protect_tenant('request', 'select, insert, update');
call let_visitors_insert('request');
call show_code_holder('request', 'id');
create policy of_the_proposer on request for select to opora_app
	using (organisation_id = (select app_organisation()) and (select app_actor_kind()) = 'proposer' and id = (select app_subject()));

create table request_reason (
	organisation_id uuid not null,
	request_id uuid not null,
	reason code not null,
	primary key (organisation_id, request_id, reason),
	foreign key (organisation_id, request_id) references request
);
call protect_tenant('request_reason', 'select, insert');
call let_visitors_insert('request_reason');
call show_code_holder('request_reason', 'request_id');

create table request_text (
	organisation_id uuid not null,
	request_id uuid not null,
	sealed sealed not null,
	primary key (organisation_id, request_id),
	foreign key (organisation_id, request_id) references request
);
call protect_tenant('request_text', 'select, insert');
call let_visitors_insert('request_text');
call show_code_holder('request_text', 'request_id');

create table request_taking (
	organisation_id uuid not null,
	id uuid not null,
	request_id uuid not null,
	worker_id uuid not null,
	from_at timestamptz not null,
	to_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, request_id) references request,
	foreign key (organisation_id, worker_id) references worker,
	check (to_at is null or to_at >= from_at)
);
create unique index request_taken_once on request_taking (organisation_id, request_id) where to_at is null;
create index request_taking_worker on request_taking (organisation_id, worker_id) where to_at is null;
call protect_tenant('request_taking', 'select, insert, update');
call show_code_holder('request_taking', 'request_id');
create policy of_the_proposer on request_taking for select to opora_app
	using (organisation_id = (select app_organisation()) and (select app_actor_kind()) = 'proposer' and request_id = (select app_subject()));

-- What became of a request, once and for all.
create table request_outcome (
	organisation_id uuid not null,
	request_id uuid not null,
	kind code not null check (kind in ('accepted', 'concluded', 'declined-by-person', 'declined', 'routed', 'withdrawn')),
	at timestamptz not null,
	recorded_by uuid,
	reason code,
	-- Concluded with or without an agreement on further cooperation (P12).
	agreement code check (agreement in ('agreed', 'none')),
	primary key (organisation_id, request_id),
	foreign key (organisation_id, request_id) references request,
	check (kind <> 'declined' or reason is not null),
	check ((kind = 'concluded') = (agreement is not null))
);
call protect_tenant('request_outcome', 'select, insert');
call show_code_holder('request_outcome', 'request_id');
create policy withdrawn_with_the_code on request_outcome for insert to opora_app
	with check (organisation_id = (select app_organisation()) and (select app_actor_kind()) in ('code-holder', 'proposer')
		and request_id = (select app_subject()) and kind = 'withdrawn' and recorded_by is null);
create policy of_the_proposer on request_outcome for select to opora_app
	using (organisation_id = (select app_organisation()) and (select app_actor_kind()) = 'proposer' and request_id = (select app_subject()) and kind = 'withdrawn');

create table request_outcome_text (
	organisation_id uuid not null,
	request_id uuid not null,
	sealed sealed not null,
	primary key (organisation_id, request_id),
	foreign key (organisation_id, request_id) references request_outcome
);
call protect_tenant('request_outcome_text', 'select, insert');

-- P7, B15: what the person themselves said to an initiative of somebody else.
create table initiative_answer (
	organisation_id uuid not null,
	request_id uuid not null,
	answer code not null check (answer in ('accepted', 'declined')),
	answered_on date not null,
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	primary key (organisation_id, request_id),
	foreign key (organisation_id, request_id) references request
);
call protect_tenant('initiative_answer', 'select, insert');

-- P8: on which ground the centre acts by its office, and that the person was told.
create table ex_officio_notice (
	organisation_id uuid not null,
	request_id uuid not null,
	basis code not null check (basis in ('binding-information', 'judged-in-public-authority')),
	informed_on date not null,
	informed_by uuid not null,
	recorded_at timestamptz not null,
	primary key (organisation_id, request_id),
	foreign key (organisation_id, request_id) references request
);
call protect_tenant('ex_officio_notice', 'select, insert');

alter table case_ add foreign key (organisation_id, request_id) references request;
alter table appointment add foreign key (organisation_id, request_id) references request;
alter table meeting add foreign key (organisation_id, request_id) references request;

-- No case comes of somebody else's wish (B15, P7), nor ex officio before the person was informed (P8).
create function case_comes_of_own_wish() returns trigger language plpgsql as $$
begin
	if new.request_id is null then return new; end if;
	if exists (select 1 from request r where r.organisation_id = new.organisation_id and r.id = new.request_id and r.needs_own_wish <> 'given'
			and not exists (select 1 from initiative_answer a where a.organisation_id = r.organisation_id and a.request_id = r.id and a.answer = 'accepted')) then
		raise exception 'the person has not stated their own wish' using errcode = '23514', constraint = 'case_comes_of_own_wish';
	end if;
	if exists (select 1 from request r where r.organisation_id = new.organisation_id and r.id = new.request_id and r.needs_notice
			and not exists (select 1 from ex_officio_notice n where n.organisation_id = r.organisation_id and n.request_id = r.id)) then
		raise exception 'the person has not been informed' using errcode = '23514', constraint = 'case_needs_informing';
	end if;
	return new;
end $$;
create trigger case_comes_of_own_wish before insert on case_ for each row execute function case_comes_of_own_wish();
