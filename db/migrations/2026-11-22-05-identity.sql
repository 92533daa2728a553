-- Sign-in under its own role, and the people who work here.

create schema identity;
grant usage on schema identity to opora_identity;

-- The sign-in library's tables, as it asks for them. "email" holds a keyed hash of the address, "name" nothing;
-- no row-level security: only opora_identity may enter, and sign-in happens before anybody is known.
create table identity."user" ("id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz default current_timestamp not null, "twoFactorEnabled" boolean);
create table identity."session" ("id" text not null primary key, "expiresAt" timestamptz not null, "token" text not null unique, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null, "ipAddress" text check ("ipAddress" is null or "ipAddress" = ''), "userAgent" text check ("userAgent" is null or "userAgent" = ''), "userId" text not null references identity."user" ("id") on delete cascade, "lastSeenAt" timestamptz not null);
create table identity."account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references identity."user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null);
create table identity."verification" ("id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz default current_timestamp not null);
create table identity."twoFactor" ("id" text not null primary key, "secret" text not null, "backupCodes" text not null, "userId" text not null references identity."user" ("id") on delete cascade, "verified" boolean, "failedVerificationCount" integer, "lockedUntil" timestamptz);
create index "session_userId_idx" on identity."session" ("userId");
create index "account_userId_idx" on identity."account" ("userId");
create index "verification_identifier_idx" on identity."verification" ("identifier");
create index "twoFactor_secret_idx" on identity."twoFactor" ("secret");
create index "twoFactor_userId_idx" on identity."twoFactor" ("userId");

-- Which worker of which organisation a signed-in account is. One account may work for several.
create table identity.worker_account (
	user_id text not null references identity."user" ("id") on delete cascade,
	organisation_id uuid not null references organisation,
	worker_id uuid not null,
	primary key (user_id, organisation_id),
	unique (organisation_id, worker_id)
);

-- Failed sign-ins and codes, under keyed hashes that change every hour: they slow the next try down, nothing more.
create table identity.attempt (
	mac digest primary key,
	failures integer not null check (failures > 0),
	last_at timestamptz not null
);

-- The one link that makes the first organisation of an installation without demo (decision 25).
create table identity.setup_link (
	mac digest primary key,
	made_at timestamptz not null,
	expires_at timestamptz not null,
	used_at timestamptz
);
grant select, insert, update, delete on all tables in schema identity to opora_identity;

create table worker (
	organisation_id uuid not null references organisation,
	id uuid not null,
	language code check (language in ('sl', 'cs', 'en')),
	joined_at timestamptz not null,
	left_at timestamptz,
	primary key (organisation_id, id)
);
call protect_tenant('worker', 'select, insert, update');
create policy for_sign_in on worker for select to opora_identity using (true);
grant select on worker to opora_identity;

create table worker_text (
	organisation_id uuid not null,
	worker_id uuid not null,
	sealed sealed not null,
	primary key (organisation_id, worker_id),
	foreign key (organisation_id, worker_id) references worker
);
call protect_tenant('worker_text', 'select, insert, update');

create table invitation (
	organisation_id uuid not null,
	id uuid not null,
	worker_id uuid not null,
	token_mac digest not null unique,
	invited_by uuid,
	made_at timestamptz not null,
	expires_at timestamptz not null,
	accepted_at timestamptz,
	revoked_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, worker_id) references worker
);
create unique index invitation_open_once on invitation (organisation_id, worker_id) where accepted_at is null and revoked_at is null;
call protect_tenant('invitation', 'select, insert, update');

-- What a worker began to write and has not sent: sealed under the worker's key.
create table draft (
	organisation_id uuid not null,
	worker_id uuid not null,
	form code not null,
	subject_id uuid not null,
	sealed sealed not null,
	saved_at timestamptz not null,
	expires_at timestamptz not null,
	primary key (organisation_id, worker_id, form, subject_id),
	foreign key (organisation_id, worker_id) references worker
);
alter table draft enable row level security;
alter table draft force row level security;
create policy own_drafts on draft to opora_app
	using (organisation_id = (select app_organisation()) and worker_id = (select app_worker()))
	with check (organisation_id = (select app_organisation()) and worker_id = (select app_worker()));
create policy expired_drafts on draft for delete to opora_app
	using (organisation_id = (select app_organisation()) and (select app_actor_kind()) = 'system');
create policy expired_drafts_seen on draft for select to opora_app
	using (organisation_id = (select app_organisation()) and (select app_actor_kind()) = 'system');
grant select, insert, update, delete on draft to opora_app;

-- Makes an organisation for whoever holds an open set-up link, and uses the link up. There is no other way to make one.
create function found_organisation(link bytea, at timestamptz, new_id uuid, new_slug text, new_name text, new_country text,
	new_language text, new_time_zone text, new_about jsonb) returns boolean
	language plpgsql security definer set search_path = pg_catalog, public as $$
begin
	update identity.setup_link set used_at = at where mac = link and used_at is null and expires_at > at;
	if not found then return false; end if;
	insert into public.organisation (id, slug, name, country, language, time_zone, about, created_at)
		values (new_id, new_slug, new_name, new_country, new_language, new_time_zone, new_about, at);
	return true;
end $$;
revoke all on function found_organisation(bytea, timestamptz, uuid, text, text, text, text, text, jsonb) from public;
grant execute on function found_organisation(bytea, timestamptz, uuid, text, text, text, text, text, jsonb) to opora_app;
