-- An index of many values to a row keeps what was written lately beside itself, and whoever writes the row with which that list is full puts all of
-- it in its place: 70 ms for one entry of the journal with the 4 MB that are usual, in which nobody else's page came either. Who looks something
-- up reads the whole list each time. With 64 kB there is little to do at once.
create or replace function make_journal_part(day date) returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare
	first_day date := date_trunc('month', day)::date;
	part text := format('journal_%s', to_char(first_day, 'YYYY_MM'));
begin
	if to_regclass(format('public.%I', part)) is not null then return; end if;
	execute format('create table public.%I partition of public.journal for values from (%L) to (%L)',
		part, first_day, (first_day + interval '1 month')::date);
	execute format('alter table public.%I enable row level security', part);
	execute format('alter table public.%I force row level security', part);
	perform public.let_little_wait();
end $$;

-- The parts of a table have indexes of their own, and each its own setting.
create function let_little_wait() returns void language plpgsql set search_path = pg_catalog, public as $$
declare
	beside regclass;
begin
	for beside in select c.oid from pg_class c join pg_inherits i on i.inhrelid = c.oid
		where i.inhparent = 'public.journal_subjects'::regclass and c.reloptions is null
	loop
		execute format('alter index %s set (gin_pending_list_limit = 64)', beside);
	end loop;
end $$;
revoke execute on function let_little_wait() from public;

select let_little_wait();
alter index person_search_hashes set (gin_pending_list_limit = 64);
