-- What lists ask of a request is kept beside it: by when it is to be answered, whether it has ended, when the first talk was
-- (B21), and since when somebody waits. Lists of open requests begin here and read no others, however many there ever were.
-- It stands in a table of its own because whoever proposed somebody may read the row of the request, and none of this.

create table request_mark (
	organisation_id uuid not null,
	request_id uuid not null,
	respond_by timestamptz not null,
	ended_at timestamptz,
	first_talk_at timestamptz,
	-- Since when somebody waits on the waiting list; empty while they do not.
	waiting_since timestamptz,
	primary key (organisation_id, request_id),
	foreign key (organisation_id, request_id) references request
);
create index request_open on request_mark (organisation_id, respond_by, request_id) where ended_at is null;
create index request_ended on request_mark (organisation_id, request_id desc) where ended_at is not null;
create index request_received on request (organisation_id, programme, received_at desc, id desc);

-- The owner sees no rows under forced security: the marks are written before it, and it is lifted from what they are made of.
alter table request no force row level security;
alter table request_outcome no force row level security;
alter table meeting no force row level security;
insert into request_mark (organisation_id, request_id, respond_by, ended_at, first_talk_at)
select r.organisation_id, r.id, r.respond_by, o.at,
	(select min(started_at) from meeting m where m.organisation_id = r.organisation_id and m.request_id = r.id
		and m.voided_at is null and m.attendance = 'came' and m.kind = 'talk')
from request r left join request_outcome o on o.organisation_id = r.organisation_id and o.request_id = r.id;
alter table request force row level security;
alter table request_outcome force row level security;
alter table meeting force row level security;

call protect_tenant('request_mark', 'select, update');
call show_code_holder('request_mark', 'request_id');
-- A visitor brings a request, and whoever has its code ends it; neither writes marks. The finder does, for the row at hand.
grant select, insert, update on request_mark to opora_finder;
create policy for_the_finder on request_mark to opora_finder using (true);

create function finder.mark_request() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
	insert into public.request_mark (organisation_id, request_id, respond_by) values (new.organisation_id, new.id, new.respond_by);
	return null;
end $$;
alter function finder.mark_request() owner to opora_finder;
revoke all on function finder.mark_request() from public;
create trigger mark_request after insert on request for each row execute function finder.mark_request();

create function keep_first_talk() returns trigger language plpgsql as $$
declare
	first timestamptz;
begin
	select min(started_at) into first from meeting where organisation_id = new.organisation_id and request_id = new.request_id
		and voided_at is null and attendance = 'came' and kind = 'talk';
	update request_mark set first_talk_at = first
		where organisation_id = new.organisation_id and request_id = new.request_id and first_talk_at is distinct from first;
	return null;
end $$;
create trigger keep_first_talk after insert or update of voided_at, attendance, started_at on meeting
	for each row when (new.request_id is not null) execute function keep_first_talk();
