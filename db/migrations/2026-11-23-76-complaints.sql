-- W7: complaints. Said by whom it wants, named or not, about a case, the organisation or a worker; dealt with by somebody it is
-- not about, answered within the days the organisation set.

alter table subject_key drop constraint subject_key_kind_check;
alter table subject_key add constraint subject_key_kind_check check (kind in ('person', 'case', 'request', 'worker', 'organisation', 'complaint'));

-- How many days there are to answer, from which day on. The newest row of a day holds; none: the product's own default.
create table complaint_term (
	organisation_id uuid not null references organisation,
	valid_from date not null,
	set_at timestamptz not null,
	set_by uuid not null,
	days smallint not null check (days between 1 and 365),
	primary key (organisation_id, valid_from, set_at)
);
call protect_tenant('complaint_term', 'select, insert');

create table complaint (
	organisation_id uuid not null references organisation,
	id uuid not null,
	case_id uuid,
	received_on date not null,
	way code not null check (way in ('spoken', 'phone', 'letter', 'email', 'box', 'other')),
	anonymous boolean not null,
	about_worker uuid,
	dealt_by uuid not null,
	due_on date not null,
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	outcome code check (outcome in ('upheld', 'partly', 'not-upheld', 'withdrawn')),
	answered_on date,
	answered_by uuid,
	closed_on date,
	primary key (organisation_id, id),
	foreign key (organisation_id, case_id) references case_,
	foreign key (organisation_id, about_worker) references worker,
	foreign key (organisation_id, dealt_by) references worker,
	constraint not_by_whom_it_is_about check (about_worker is null or (dealt_by <> about_worker and answered_by is distinct from about_worker)),
	check (due_on > received_on),
	check (answered_on >= received_on),
	check (num_nonnulls(outcome, answered_on, answered_by) in (0, 3)),
	check (closed_on is null or (outcome is not null and closed_on >= answered_on))
);
create index complaint_open on complaint (organisation_id, due_on, id) where closed_on is null;
create index complaint_dealt on complaint (organisation_id, dealt_by, due_on) where closed_on is null;
create index complaint_newest on complaint (organisation_id, id desc);
call protect_tenant('complaint', 'select, insert, update');
-- Whoever it is about never sees it, whatever their roles.
create policy not_to_whom_it_is_about on complaint as restrictive for select to opora_app
	using (about_worker is distinct from (select app_worker()));

-- What was said, and what was answered: under the complaint's own key, so that it outlives neither the case nor its purpose.
create table complaint_text (
	organisation_id uuid not null,
	complaint_id uuid not null,
	part code not null check (part in ('said', 'answer')),
	sealed sealed not null,
	primary key (organisation_id, complaint_id, part),
	foreign key (organisation_id, complaint_id) references complaint
);
call protect_tenant('complaint_text', 'select, insert');
create policy not_to_whom_it_is_about on complaint_text as restrictive for select to opora_app
	using (exists (select 1 from complaint c where c.organisation_id = complaint_text.organisation_id and c.id = complaint_id));
