-- Programmes are definitions: data that a published version never changes.

create table programme (
	organisation_id uuid not null references organisation,
	key code not null check (length(key) <= 60),
	accepts_requests boolean not null,
	-- The template this came from, as it was then; null once the organisation edited the programme itself.
	template_hash digest,
	primary key (organisation_id, key)
);
call protect_tenant('programme', 'select, insert, update');
create policy published on programme for select to opora_app using ((select app_actor_kind()) is not null);

create table programme_version (
	organisation_id uuid not null,
	programme code not null,
	version integer not null check (version > 0),
	definition public_json not null,
	hash digest not null,
	published_at timestamptz not null,
	primary key (organisation_id, programme, version),
	foreign key (organisation_id, programme) references programme
);
call protect_tenant('programme_version', 'select, insert');
create policy published on programme_version for select to opora_app using ((select app_actor_kind()) is not null);
