-- What every later table stands on: the kinds of text, the context of a transaction, and the two walls' second wall.
-- The three roles (opora_app, opora_identity, opora_jobs) and opora_finder are made before the first migration runs.

create extension if not exists btree_gist;

-- Every text column is of one of these kinds, so that the catalogue itself says what may stand where.
-- sealed: opens only through the vault. Version byte, 12 bytes nonce, ciphertext, 16 bytes tag.
create domain sealed as bytea check (octet_length(value) >= 29);
-- wrapped: a key, sealed by the key above it.
create domain wrapped as bytea check (octet_length(value) between 40 and 200);
-- digest: a keyed hash or a signature; tells nothing without its key.
create domain digest as bytea check (octet_length(value) between 16 and 128);
-- code: a word of the product's or a definition's own vocabulary. A name or a sentence does not fit.
create domain code as text check (value ~ '^[a-z0-9][a-z0-9.:-]{0,79}$');
create domain code_list as text[] check (array_to_string(value, ' ', '!') ~ '^([a-z0-9][a-z0-9.:-]{0,79}( |$))*$');
-- public_text, public_json: published by an organisation about itself; never about a client.
create domain public_text as text check (length(value) between 1 and 2000);
create domain public_json as jsonb;
-- label: a short number or word by which people call a thing, made by the product: 2026-0418.
create domain label as text check (value ~ '^[A-Z0-9-]{1,24}$');

create function app_organisation() returns uuid language sql stable parallel safe
	as $$ select nullif(current_setting('app.organisation_id', true), '')::uuid $$;
create function app_actor_kind() returns text language sql stable parallel safe
	as $$ select nullif(current_setting('app.actor_kind', true), '') $$;
create function app_worker() returns uuid language sql stable parallel safe
	as $$ select nullif(current_setting('app.worker_id', true), '')::uuid $$;
create function app_subject() returns uuid language sql stable parallel safe
	as $$ select nullif(current_setting('app.subject_id', true), '')::uuid $$;

-- A table of organisations' own rows: row-level security, forced, and the rows of one organisation for those who work there.
create procedure protect_tenant(target regclass, rights text) language plpgsql as $$
begin
	execute format('alter table %s enable row level security', target);
	execute format('alter table %s force row level security', target);
	execute format('create policy of_the_organisation on %s to opora_app
		using (organisation_id = (select app_organisation()) and (select app_actor_kind()) in (''worker'', ''system''))
		with check (organisation_id = (select app_organisation()) and (select app_actor_kind()) in (''worker'', ''system''))', target);
	execute format('grant %s on %s to opora_app', rights, target);
end $$;

-- A visitor may put something in, and never look.
create procedure let_visitors_insert(target regclass) language plpgsql as $$
begin
	execute format('create policy from_a_visitor on %s for insert to opora_app
		with check (organisation_id = (select app_organisation()) and (select app_actor_kind()) = ''visitor'')', target);
end $$;

-- Somebody with a code sees the rows of the one request that the code opens.
create procedure show_code_holder(target regclass, subject_column text) language plpgsql as $$
begin
	execute format('create policy of_the_code on %s for select to opora_app
		using (organisation_id = (select app_organisation()) and (select app_actor_kind()) = ''code-holder''
			and %I = (select app_subject()))', target, subject_column);
end $$;

create table organisation (
	id uuid primary key,
	slug code not null unique check (length(slug) between 2 and 60),
	name public_text not null,
	country code not null check (country in ('si', 'cz')),
	language code not null check (language in ('sl', 'cs', 'en')),
	time_zone public_text not null,
	about public_json not null,
	created_at timestamptz not null
);
comment on table organisation is 'Reference: which organisations are here. Readable by everybody, changed by the operator.';
grant select on organisation to opora_app, opora_identity;

-- One row: which root key this database was sealed under, as a keyed hash.
create table installation (
	only_one boolean primary key default true check (only_one),
	key_proof digest not null,
	demo boolean not null,
	created_at timestamptz not null,
	-- When the first start was done; an embedded database that never got so far holds nothing and is made anew.
	ready_at timestamptz
);
comment on table installation is 'Reference: the proof of the root key. Read at the start by the owner and the application.';
grant select on installation to opora_app;

-- A form that was sent carries an id; the second time the same id comes, nothing is done again.
create table command (
	organisation_id uuid not null references organisation,
	id uuid not null,
	kind code not null,
	at timestamptz not null,
	primary key (organisation_id, id)
);
call protect_tenant('command', 'select, insert');
call let_visitors_insert('command');
create policy from_the_code on command for insert to opora_app
	with check (organisation_id = (select app_organisation()) and (select app_actor_kind()) in ('code-holder', 'proposer'));
create policy of_the_code on command for select to opora_app
	using (organisation_id = (select app_organisation()) and (select app_actor_kind()) in ('code-holder', 'proposer'));
