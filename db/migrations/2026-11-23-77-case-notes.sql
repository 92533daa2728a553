-- W7: notes of supervisions and of case conferences. What was said at a supervision is read by those who took part and by whoever
-- leads, and by nobody else; what was agreed at a conference by everybody who may open the case. Neither is ever printed or taken out.

create table case_note (
	organisation_id uuid not null,
	id uuid not null,
	case_id uuid not null,
	kind code not null check (kind in ('supervision', 'conference')),
	held_on date not null,
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	-- The words, and who took part from outside: under the case's key.
	sealed sealed not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, case_id) references case_,
	check (held_on <= (recorded_at at time zone 'UTC')::date + 1)
);
create index case_note_of_case on case_note (organisation_id, case_id, held_on desc, id desc);
call protect_tenant('case_note', 'select, insert');

create table case_note_worker (
	organisation_id uuid not null,
	note_id uuid not null,
	worker_id uuid not null,
	primary key (organisation_id, note_id, worker_id),
	foreign key (organisation_id, worker_id) references worker
);
call protect_tenant('case_note_worker', 'select, insert');

-- Whether the worker of this transaction leads: the team of a subject, or as the lead of a programme.
create function access.leads(subject uuid) returns boolean language sql stable parallel safe as $$
	select exists (select 1 from access.subject_team s join access.team_member m
			on m.organisation_id = s.organisation_id and m.team_id = s.team_id and m.to_at is null and m.is_lead
			where s.organisation_id = (select app_organisation()) and s.subject_id = subject and m.worker_id = (select app_worker()))
		or exists (select 1 from access.worker_role r where r.organisation_id = (select app_organisation())
			and r.worker_id = (select app_worker()) and r.role = 'programme-lead' and r.to_at is null)
$$;
grant execute on function access.leads(uuid) to opora_app;

create policy supervision_has_readers on case_note as restrictive for select to opora_app
	using (kind <> 'supervision' or recorded_by = (select app_worker()) or access.leads(case_id)
		or exists (select 1 from case_note_worker w where w.organisation_id = case_note.organisation_id
			and w.note_id = case_note.id and w.worker_id = (select app_worker())));
