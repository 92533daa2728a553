-- Basic social counselling by kind, acts of advocacy, contacts mediated with other providers.

-- What kinds of counselling a meeting gave. Some need words: why there was an escort, what "other" was.
create table meeting_counselling (
	organisation_id uuid not null,
	meeting_id uuid not null,
	kind code not null,
	subject_id uuid not null,
	sealed sealed,
	primary key (organisation_id, meeting_id, kind),
	foreign key (organisation_id, meeting_id) references meeting
);
call protect_tenant('meeting_counselling', 'select, insert');

-- The definition that the case or the request began under says which kinds there are, and which need words.
create function counselling_as_defined() returns trigger language plpgsql as $$
declare
	defined jsonb;
begin
	select one into defined
		from meeting m
		left join case_ c on c.organisation_id = m.organisation_id and c.id = m.case_id
		left join request r on r.organisation_id = m.organisation_id and r.id = m.request_id
		join programme_version v on v.organisation_id = m.organisation_id
			and v.programme = coalesce(c.programme, r.programme) and v.version = coalesce(c.version, r.version)
		cross join lateral jsonb_array_elements((v.definition::jsonb) -> 'counsellingKinds') one
		where m.organisation_id = new.organisation_id and m.id = new.meeting_id and one ->> 'key' = new.kind;
	if defined is null then
		raise exception 'the programme has no such kind of counselling' using errcode = '23514', constraint = 'counselling_as_defined';
	end if;
	if new.sealed is null and (coalesce((defined ->> 'needsReason')::boolean, false) or coalesce((defined ->> 'needsWords')::boolean, false)) then
		raise exception 'this kind of counselling needs its reason' using errcode = '23514', constraint = 'counselling_has_its_reason';
	end if;
	return new;
end $$;
create trigger counselling_as_defined before insert on meeting_counselling for each row execute function counselling_as_defined();

-- What somebody did on behalf of the client, towards whom, and what came of it (B8).
create table advocacy_act (
	organisation_id uuid not null,
	id uuid not null,
	case_id uuid not null,
	done_on date not null,
	towards code not null check (towards in ('office', 'court', 'school', 'health', 'employer', 'housing', 'bank', 'family', 'other')),
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	sealed sealed not null,
	result code check (result in ('achieved', 'partly', 'refused', 'no-answer')),
	result_on date,
	result_recorded_by uuid,
	result_sealed sealed,
	primary key (organisation_id, id),
	foreign key (organisation_id, case_id) references case_,
	constraint act_not_in_the_future check (done_on <= (recorded_at at time zone 'UTC')::date + 1),
	constraint result_after_the_act check (result_on >= done_on),
	check (num_nonnulls(result, result_on, result_recorded_by) in (0, 3)),
	check (result_sealed is null or result is not null)
);
create index advocacy_act_case on advocacy_act (organisation_id, case_id);
call protect_tenant('advocacy_act', 'select, insert, update');
create trigger no_act_in_a_closed_case before insert on advocacy_act for each row execute function no_meeting_in_a_closed_case();

-- A contact with another provider. There is no row without the client's agreement: who gave it, when and how (C9).
create table mediated_contact (
	organisation_id uuid not null,
	id uuid not null,
	case_id uuid not null,
	provider code not null check (provider in ('health', 'mental-health', 'social-services', 'benefits', 'housing', 'employment', 'legal', 'education', 'other')),
	agreed_by uuid not null,
	agreed_on date not null,
	agreed_form code not null check (agreed_form in ('oral', 'written')),
	recorded_by uuid not null,
	recorded_at timestamptz not null,
	-- With whom exactly, and about what.
	sealed sealed not null,
	withdrawn_on date,
	withdrawal_recorded_by uuid,
	made_on date,
	made_by uuid,
	outcome code check (outcome in ('taken-over', 'waiting', 'refused', 'not-reached', 'not-wanted')),
	outcome_on date,
	outcome_sealed sealed,
	primary key (organisation_id, id),
	foreign key (organisation_id, case_id) references case_,
	foreign key (organisation_id, agreed_by) references person,
	constraint agreement_not_in_the_future check (agreed_on <= (recorded_at at time zone 'UTC')::date + 1),
	constraint contact_after_the_agreement check (made_on >= agreed_on),
	constraint withdrawn_after_the_agreement check (withdrawn_on >= agreed_on),
	constraint outcome_of_a_contact_made check (outcome_on >= made_on and (outcome is null or made_on is not null)),
	check (num_nonnulls(withdrawn_on, withdrawal_recorded_by) in (0, 2)),
	check (num_nonnulls(made_on, made_by) in (0, 2)),
	check (num_nonnulls(outcome, outcome_on) in (0, 2)),
	check (outcome_sealed is null or outcome is not null)
);
create index mediated_contact_case on mediated_contact (organisation_id, case_id);
call protect_tenant('mediated_contact', 'select, insert, update');
create trigger no_contact_in_a_closed_case before insert on mediated_contact for each row execute function no_meeting_in_a_closed_case();

-- The agreement is a member's, and once it is withdrawn no contact is made and nothing takes the withdrawal back.
create function contact_as_agreed() returns trigger language plpgsql as $$
begin
	if tg_op = 'INSERT' and not exists (select 1 from case_member m where m.organisation_id = new.organisation_id and m.case_id = new.case_id and m.person_id = new.agreed_by) then
		raise exception 'whoever agreed is no member of the case' using errcode = '23514', constraint = 'agreed_by_a_member';
	end if;
	if tg_op = 'UPDATE' then
		if (old.agreed_by, old.agreed_on, old.agreed_form) is distinct from (new.agreed_by, new.agreed_on, new.agreed_form)
			or (old.withdrawn_on is not null and new.withdrawn_on is distinct from old.withdrawn_on) then
			raise exception 'an agreement is kept as it was given' using errcode = '23514', constraint = 'agreement_kept_as_given';
		end if;
		if old.withdrawn_on is null or new.made_on is not distinct from old.made_on then return new; end if;
	end if;
	if new.withdrawn_on is not null and new.made_on is not null then
		raise exception 'the agreement to this contact was withdrawn' using errcode = '23514', constraint = 'contact_while_agreed';
	end if;
	return new;
end $$;
create trigger contact_as_agreed before insert or update on mediated_contact for each row execute function contact_as_agreed();
