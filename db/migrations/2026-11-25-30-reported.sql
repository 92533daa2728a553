-- What a case is reported by: which target groups its people belong to (Z8), which goals of the project its work serves (Z9), and
-- how the quality of life has changed, as the person sees it at a review (Z12).

create table case_target_group (
	organisation_id uuid not null,
	case_id uuid not null,
	person_id uuid not null,
	target_group code not null,
	recorded_on date not null,
	recorded_by uuid not null,
	primary key (organisation_id, case_id, person_id, target_group),
	foreign key (organisation_id, case_id) references case_,
	foreign key (organisation_id, person_id) references person
);
call protect_tenant('case_target_group', 'select, insert, delete');

create table case_project_goal (
	organisation_id uuid not null,
	case_id uuid not null,
	project_goal code not null,
	recorded_on date not null,
	recorded_by uuid not null,
	primary key (organisation_id, case_id, project_goal),
	foreign key (organisation_id, case_id) references case_
);
call protect_tenant('case_project_goal', 'select, insert, delete');

-- The definition that the case began under says which there are.
create function reported_as_defined() returns trigger language plpgsql as $$
declare
	list text := case tg_table_name when 'case_target_group' then 'targetGroups' else 'projectGoals' end;
	chosen text := coalesce(to_jsonb(new) ->> 'target_group', to_jsonb(new) ->> 'project_goal');
begin
	if not exists (
		select 1 from case_ c
		join programme_version v on v.organisation_id = c.organisation_id and v.programme = c.programme and v.version = c.version
		cross join lateral jsonb_array_elements((v.definition::jsonb) -> list) one
		where c.organisation_id = new.organisation_id and c.id = new.case_id and one ->> 'key' = chosen) then
		raise exception 'the programme reports by no such code' using errcode = '23514', constraint = 'reported_as_defined';
	end if;
	return new;
end $$;
create trigger reported_as_defined before insert on case_target_group for each row execute function reported_as_defined();
create trigger reported_as_defined before insert on case_project_goal for each row execute function reported_as_defined();
create trigger no_group_in_a_closed_case before insert on case_target_group for each row execute function no_meeting_in_a_closed_case();
create trigger no_goal_in_a_closed_case before insert on case_project_goal for each row execute function no_meeting_in_a_closed_case();

alter table review add column quality_of_life code check (quality_of_life in ('better', 'same', 'worse'));
