-- Who did, and who saw, what. Append-only for the application; ids and codes, no text.

create table journal (
	organisation_id uuid not null references organisation,
	at timestamptz not null,
	id uuid not null,
	actor_kind code not null,
	actor_id uuid,
	action code not null,
	subject_ids uuid[] not null,
	record_id uuid,
	reason code,
	-- The transaction that wrote it: entries are sealed once every transaction before it has ended.
	written_by xid8 not null default pg_current_xact_id(),
	primary key (organisation_id, at, id)
) partition by range (at);
create index journal_subjects on journal using gin (subject_ids);
create index journal_written on journal (organisation_id, written_by);
alter table journal enable row level security;
alter table journal force row level security;
create policy write_own on journal for insert to opora_app
	with check (organisation_id = (select app_organisation()) and actor_kind = (select app_actor_kind())
		and actor_id is not distinct from coalesce((select app_worker()), (select app_subject())));
create policy read_here on journal for select to opora_app
	using (organisation_id = (select app_organisation()) and (select app_actor_kind()) in ('worker', 'system'));
grant select, insert on journal to opora_app;

create table journal_default partition of journal default;
alter table journal_default enable row level security;
alter table journal_default force row level security;

-- Makes the part of the journal for the month of a day. The parts themselves are nobody's to enter.
create function make_journal_part(day date) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare
	first_day date := date_trunc('month', day)::date;
	part text := format('journal_%s', to_char(first_day, 'YYYY_MM'));
begin
	if to_regclass(format('public.%I', part)) is not null then return; end if;
	execute format('create table public.%I partition of public.journal for values from (%L) to (%L)',
		part, first_day, (first_day + interval '1 month')::date);
	execute format('alter table public.%I enable row level security', part);
	execute format('alter table public.%I force row level security', part);
end $$;
revoke all on function make_journal_part(date) from public;
grant execute on function make_journal_part(date) to opora_app;

-- The order of the entries, given afterwards by a job; and the signed batches over that order.
create table journal_position (
	organisation_id uuid not null references organisation,
	position bigint not null check (position > 0),
	entry_at timestamptz not null,
	entry_id uuid not null,
	primary key (organisation_id, position),
	unique (organisation_id, entry_id)
);
call protect_tenant('journal_position', 'select, insert');

create table journal_batch (
	organisation_id uuid not null references organisation,
	n integer not null check (n > 0),
	first_position bigint not null,
	last_position bigint not null,
	root digest not null,
	signature digest not null,
	-- Every transaction before this one had ended when the batch was sealed; the next batch goes on from here.
	sealed_below xid8 not null,
	sealed_at timestamptz not null,
	primary key (organisation_id, n),
	check (last_position >= first_position)
);
call protect_tenant('journal_batch', 'select, insert');
