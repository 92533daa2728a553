-- A meeting that is added is added to what its case says of its meetings: counting all of them again made each one dearer than the
-- one before. What changes a meeting counts them again.
create or replace function keep_last_met() returns trigger language plpgsql as $$
declare
	last date;
	counting integer;
	held constant boolean := new.voided_at is null and new.attendance = 'came' and new.kind <> 'contact';
begin
	if tg_op = 'INSERT' then
		update case_ set counted = counted + (new.ordinal is not null)::integer,
				last_met_on = case when held then greatest(last_met_on, new.occurred_on) else last_met_on end
			where organisation_id = new.organisation_id and id = new.case_id
				and (new.ordinal is not null or (held and (last_met_on is null or last_met_on < new.occurred_on)));
		return null;
	end if;
	select max(occurred_on) filter (where voided_at is null and attendance = 'came' and kind <> 'contact'), count(ordinal)
		into last, counting from meeting where organisation_id = new.organisation_id and case_id = new.case_id;
	update case_ set last_met_on = last, counted = counting where organisation_id = new.organisation_id and id = new.case_id
		and (last_met_on is distinct from last or counted <> counting);
	return null;
end $$;
