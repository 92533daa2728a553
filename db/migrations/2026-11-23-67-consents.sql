-- GDPR, article 7: consents, each for one purpose, with the text that was shown. Taking part never depends on one.

create table consent_text (
	organisation_id uuid not null references organisation,
	purpose code not null,
	version smallint not null check (version > 0),
	words public_json not null,
	made_at timestamptz not null,
	primary key (organisation_id, purpose, version)
);
call protect_tenant('consent_text', 'select, insert');

create table consent (
	organisation_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	purpose code not null,
	text_version smallint not null,
	given_on date not null,
	form code not null check (form in ('oral', 'written')),
	-- The last day on which it is in force.
	expires_on date,
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	withdrawn_on date,
	withdrawal_recorded_by uuid,
	withdrawal_recorded_at timestamptz,
	primary key (organisation_id, id),
	foreign key (organisation_id, person_id) references person,
	foreign key (organisation_id, purpose, text_version) references consent_text,
	check (expires_on >= given_on),
	check (withdrawn_on >= given_on),
	check (num_nonnulls(withdrawn_on, withdrawal_recorded_by, withdrawal_recorded_at) in (0, 3)),
	constraint consent_not_twice_at_once exclude using gist (organisation_id with =, person_id with =, purpose with =,
		daterange(given_on, least(withdrawn_on, expires_on + 1), '[)') with &&)
);
call protect_tenant('consent', 'select, insert, update');
create policy not_withheld on consent as restrictive to opora_app using (person_id <> all ((select access.withheld())::uuid[]));

-- What was given stays as it was given; a withdrawal is written once.
create function consent_is_kept() returns trigger language plpgsql as $$
begin
	if old.withdrawn_on is not null or (new.person_id, new.purpose, new.text_version, new.given_on, new.form, new.expires_on, new.recorded_by, new.recorded_at)
		is distinct from (old.person_id, old.purpose, old.text_version, old.given_on, old.form, old.expires_on, old.recorded_by, old.recorded_at) then
		raise exception 'a consent is kept as it was given' using errcode = '23514', constraint = 'consent_is_kept';
	end if;
	return new;
end $$;
create trigger consent_is_kept before update on consent for each row execute function consent_is_kept();
