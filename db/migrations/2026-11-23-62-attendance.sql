-- Appointments of requests and of cases told apart: who came, who did not, who cancelled, and what replaced what (W4).

alter table appointment add column cancelled_by code check (cancelled_by in ('person', 'organisation'));

-- The owner sees no rows under forced security: it is lifted while what was cancelled is told apart.
alter table appointment no force row level security;
alter table request_outcome no force row level security;
update appointment a set cancelled_by = case when exists (select 1 from request_outcome o where o.organisation_id = a.organisation_id
		and o.request_id = a.request_id and o.recorded_by is not null and o.at = a.answered_at) then 'organisation' else 'person' end
where a.state = 'cancelled';
alter table appointment force row level security;
alter table request_outcome force row level security;

alter table appointment
	add constraint cancelled_by_somebody check ((state = 'cancelled') = (cancelled_by is not null)),
	add constraint only_moved_is_superseded check (superseded_by is null or (state = 'moved' and superseded_by <> id)),
	add constraint attended_once_it_began check (state not in ('kept', 'missed') or answered_at >= starts_at),
	-- What replaces an appointment is written after it has made room.
	add foreign key (organisation_id, superseded_by) references appointment (organisation_id, id) deferrable initially deferred;

-- What ended stays as it ended; only whether somebody came can be set right, as long as no meeting says that they did.
create function appointment_goes_forward() returns trigger language plpgsql as $$
begin
	if old.state = new.state then return new; end if;
	if old.state in ('another-asked', 'declined', 'cancelled', 'moved') or (old.state in ('kept', 'missed') and new.state not in ('kept', 'missed')) then
		raise exception 'the appointment has ended' using errcode = '23514', constraint = 'appointment_goes_forward';
	end if;
	if new.state <> 'kept' and exists (select 1 from meeting m where m.organisation_id = new.organisation_id and m.appointment_id = new.id
			and m.attendance = 'came' and m.voided_at is null) then
		raise exception 'a meeting says that they came' using errcode = '23514', constraint = 'appointment_was_kept';
	end if;
	return new;
end $$;
create trigger appointment_goes_forward before update of state on appointment for each row execute function appointment_goes_forward();

-- Who did not come takes no time of direct work and no number, whoever writes it.
alter table meeting add constraint only_who_came_takes_time check (attendance = 'came' or (minutes = 0 and ordinal is null));

-- A meeting belongs to an appointment of its own request or case, and nobody came to one that was not kept.
create function meeting_fits_its_appointment() returns trigger language plpgsql as $$
declare
	kept appointment%rowtype;
begin
	if new.appointment_id is null or new.voided_at is not null then return new; end if;
	select * into kept from appointment where organisation_id = new.organisation_id and id = new.appointment_id for key share;
	if not coalesce(kept.request_id = new.request_id or kept.case_id = new.case_id, false) then
		raise exception 'the appointment is of something else' using errcode = '23514', constraint = 'meeting_fits_its_appointment';
	end if;
	if new.attendance = 'came' and kept.state not in ('offered', 'accepted', 'kept') then
		raise exception 'nobody came to that appointment' using errcode = '23514', constraint = 'nobody_came_to_that';
	end if;
	return new;
end $$;
create trigger meeting_fits_its_appointment before insert or update of attendance, appointment_id on meeting
	for each row execute function meeting_fits_its_appointment();
create unique index meeting_of_appointment_once on meeting (organisation_id, appointment_id)
	where appointment_id is not null and voided_at is null and attendance = 'came';

-- What still stood when a case closes is cancelled with it.
create function closing_cancels_appointments() returns trigger language plpgsql as $$
begin
	update appointment set state = 'cancelled', cancelled_by = 'organisation', answered_at = now()
		where organisation_id = new.organisation_id and case_id = new.case_id and state in ('offered', 'accepted') and starts_at > now();
	return null;
end $$;
create trigger closing_cancels_appointments after insert on closure for each row execute function closing_cancels_appointments();

create or replace function finder.end_appointments_of_own_proposal(at timestamptz) returns void
	language sql volatile security definer set search_path = pg_catalog, public as $$
	update public.appointment set state = 'cancelled', cancelled_by = 'person', answered_at = at
	where organisation_id = app_organisation() and request_id = app_subject() and app_actor_kind() = 'proposer' and state in ('offered', 'accepted')
$$;
