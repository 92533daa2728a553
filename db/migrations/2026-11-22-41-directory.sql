-- Numbers somebody can call at once: the operator's for the whole installation, and an organisation's own. As long as
-- there are none of the operator's, those of data/helplines.json stand in their place.

create table installation_helpline (
	country code not null check (country in ('si', 'cz')),
	number public_text not null check (number ~ '^[+]?[0-9][0-9 ]{1,19}$'),
	place integer not null check (place > 0),
	danger boolean not null,
	name public_json not null,
	hours public_json not null,
	primary key (country, number)
);
comment on table installation_helpline is 'The operator''s: readable by everybody once there is an actor, changed by the owner of the database only.';
alter table installation_helpline enable row level security;
alter table installation_helpline force row level security;
create policy published on installation_helpline for select to opora_app using ((select app_actor_kind()) is not null);
create policy of_the_operator on installation_helpline to current_user using (true) with check (true);
grant select on installation_helpline to opora_app;

create table helpline (
	organisation_id uuid not null references organisation,
	id uuid not null,
	country code not null check (country in ('si', 'cz')),
	number public_text not null check (number ~ '^[+]?[0-9][0-9 ]{1,19}$'),
	place integer not null check (place > 0),
	-- Not shown: a number of the installation that the organisation keeps off its own pages.
	shown boolean not null,
	danger boolean not null,
	name public_json not null,
	hours public_json not null,
	changed_at timestamptz not null,
	primary key (organisation_id, id)
);
-- 116 123 and 116123 are one number.
create unique index helpline_number_once on helpline (organisation_id, country, replace(number, ' ', ''));
call protect_tenant('helpline', 'select, insert, update, delete');
create policy published on helpline for select to opora_app using ((select app_actor_kind()) is not null);
