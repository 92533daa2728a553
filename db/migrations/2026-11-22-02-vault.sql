-- Keys: one per subject, wrapped by its organisation's, wrapped by the root key that is not here.

create table organisation_key (
	organisation_id uuid primary key references organisation,
	wrapped wrapped not null,
	key_version smallint not null,
	created_at timestamptz not null
);
alter table organisation_key enable row level security;
alter table organisation_key force row level security;
-- Whoever acts in an organisation, a visitor too, seals under its key; the wrapped key is worth nothing by itself.
create policy of_the_organisation on organisation_key for select to opora_app using (organisation_id = (select app_organisation()));
create policy by_the_system on organisation_key for insert to opora_app
	with check (organisation_id = (select app_organisation()) and (select app_actor_kind()) = 'system');
grant select, insert on organisation_key to opora_app;

-- Erasing a subject begins with deleting its row here.
create table subject_key (
	organisation_id uuid not null references organisation,
	subject_id uuid not null,
	kind code not null check (kind in ('person', 'case', 'request', 'worker', 'organisation')),
	wrapped wrapped not null,
	key_version smallint not null,
	created_at timestamptz not null,
	primary key (organisation_id, subject_id)
);
call protect_tenant('subject_key', 'select, insert, delete');
call let_visitors_insert('subject_key');
call show_code_holder('subject_key', 'subject_id');

-- Mail that waits to be sent, or was: sealed under the key of whom it is for.
create table outbox (
	organisation_id uuid not null references organisation,
	id uuid not null,
	subject_id uuid not null,
	kind code not null,
	sealed sealed not null,
	queued_at timestamptz not null,
	sent_at timestamptz,
	primary key (organisation_id, id)
);
call protect_tenant('outbox', 'select, insert, update');
create index outbox_newest on outbox (organisation_id, queued_at desc, id desc);
