-- W5, W6: the people around a person: who they are, what they may know, whom never to contact; of a child, who holds parental
-- responsibility and whether they consented. Words about them are sealed under the key of the person they stand around.

create table person_around (
	organisation_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	role code not null check (role in ('partner', 'former-partner', 'parent', 'guardian', 'child', 'sibling', 'grandparent', 'relative',
		'friend', 'neighbour', 'employer', 'school', 'doctor', 'social-work', 'lawyer', 'other')),
	lives_with boolean not null,
	may_know code not null check (may_know in ('nothing', 'that-helped', 'what-agreed')),
	never_contact boolean not null,
	holds_responsibility boolean not null,
	from_on date not null,
	ended_on date,
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	-- Their name, how to reach them, what their role is called where none of ours fits, a note.
	sealed sealed not null,
	-- Whether they decide for the child at present.
	decides boolean not null generated always as (holds_responsibility and ended_on is null) stored,
	primary key (organisation_id, id),
	unique (organisation_id, id, decides),
	foreign key (organisation_id, person_id) references person,
	check (ended_on >= from_on),
	check (may_know = 'nothing' or not never_contact)
);
create index person_around_of_person on person_around (organisation_id, person_id);
call protect_tenant('person_around', 'select, insert, update');

-- Consent is in force only while whoever gave it decides for the child: neither can be recorded without the other.
create table parental_consent (
	organisation_id uuid not null,
	id uuid not null,
	around_id uuid not null,
	given_on date not null,
	withdrawn_on date,
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	withdrawal_recorded_by uuid,
	withdrawal_recorded_at timestamptz,
	decides boolean generated always as (case when withdrawn_on is null then true end) stored,
	primary key (organisation_id, id),
	foreign key (organisation_id, around_id) references person_around,
	constraint consent_of_who_decides foreign key (organisation_id, around_id, decides) references person_around (organisation_id, id, decides),
	constraint consent_withdrawn_after_given check (withdrawn_on >= given_on),
	check (num_nonnulls(withdrawn_on, withdrawal_recorded_by, withdrawal_recorded_at) in (0, 3))
);
create unique index parental_consent_once on parental_consent (organisation_id, around_id) where withdrawn_on is null;
call protect_tenant('parental_consent', 'select, insert, update');
