-- How long an organisation keeps what it keeps: its own decisions, each from a day on. A decision is never changed and
-- never taken away; a later one stands in its place.

create table retention_period (
	organisation_id uuid not null references organisation,
	id uuid not null,
	kind code not null check (kind in ('request', 'waiting', 'case', 'message', 'journal')),
	months integer not null check (months between 1 and 1200),
	ground public_json not null check (jsonb_typeof(ground) = 'object' and ground <> '{}'),
	-- Somebody who answers for it has confirmed the number: a lawyer, the person in charge of data protection.
	confirmed boolean not null,
	valid_from date not null,
	set_by uuid not null,
	set_at timestamptz not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, set_by) references worker,
	-- Nothing is decided for the past; one day to spare, because days begin earlier to the east.
	constraint retention_not_backwards check (valid_from >= (set_at at time zone 'UTC')::date - 1)
);
create index retention_newest on retention_period (organisation_id, kind, valid_from desc, set_at desc);
call protect_tenant('retention_period', 'select, insert');
create policy told_to_the_code on retention_period for select to opora_app
	using (organisation_id = (select app_organisation()) and (select app_actor_kind()) in ('code-holder', 'proposer'));
