-- Lists that are taken out whole: made by a job piece by piece, sealed for whoever asked, gone after a day.

create table export_ (
	organisation_id uuid not null,
	id uuid not null,
	worker_id uuid not null,
	list code not null check (list in ('cases', 'requests')),
	format code not null check (format in ('csv', 'xlsx')),
	language code not null check (language in ('sl', 'cs', 'en')),
	names boolean not null,
	reason code not null,
	state code not null default 'waiting' check (state in ('waiting', 'ready', 'refused')),
	rows_all integer,
	rows_done integer not null default 0,
	chunks smallint not null default 0,
	asked_at timestamptz not null,
	expires_at timestamptz not null,
	-- What it was asked for in words, and which part of the list: under the key of whoever asked.
	sealed sealed not null,
	primary key (organisation_id, id),
	foreign key (organisation_id, worker_id) references worker
);
create index export_expires on export_ (organisation_id, expires_at);

create table export_chunk (
	organisation_id uuid not null,
	export_id uuid not null,
	number smallint not null,
	worker_id uuid not null,
	sealed sealed not null,
	primary key (organisation_id, export_id, number),
	foreign key (organisation_id, export_id) references export_ on delete cascade
);

alter table export_ enable row level security;
alter table export_ force row level security;
alter table export_chunk enable row level security;
alter table export_chunk force row level security;
create policy own_exports on export_ to opora_app
	using (organisation_id = (select app_organisation()) and worker_id = (select app_worker()))
	with check (organisation_id = (select app_organisation()) and worker_id = (select app_worker()));
create policy made_by_the_system on export_ to opora_app
	using (organisation_id = (select app_organisation()) and (select app_actor_kind()) = 'system');
create policy own_chunks on export_chunk to opora_app
	using (organisation_id = (select app_organisation()) and worker_id = (select app_worker()))
	with check (organisation_id = (select app_organisation()) and worker_id = (select app_worker()));
grant select, insert, update, delete on export_ to opora_app;
grant select, insert on export_chunk to opora_app;
