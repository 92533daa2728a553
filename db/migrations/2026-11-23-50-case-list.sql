-- The list of cases: when somebody was last met and when a case was closed are kept with the case, so that one table
-- answers what a list asks, and each way to sort it has its index.

alter table case_ add column last_met_on date;
alter table case_ add column closed_on date;

-- The owner sees no rows under forced security: it is lifted while the column is filled.
alter table case_ no force row level security;
alter table meeting no force row level security;
alter table closure no force row level security;
update case_ c set last_met_on = m.last from (
	select organisation_id, case_id, max(occurred_on) as last from meeting
	where case_id is not null and voided_at is null and attendance = 'came' and kind <> 'contact' group by organisation_id, case_id) m
where m.organisation_id = c.organisation_id and m.case_id = c.id;
update case_ c set closed_on = x.closed_on from closure x
where x.organisation_id = c.organisation_id and x.case_id = c.id and x.reopened_on is null;
alter table case_ force row level security;
alter table meeting force row level security;
alter table closure force row level security;

create function keep_last_met() returns trigger language plpgsql as $$
declare
	last date;
begin
	select max(occurred_on) into last from meeting where organisation_id = new.organisation_id and case_id = new.case_id
		and voided_at is null and attendance = 'came' and kind <> 'contact';
	update case_ set last_met_on = last where organisation_id = new.organisation_id and id = new.case_id and last_met_on is distinct from last;
	return null;
end $$;
create trigger keep_last_met after insert or update of case_id, voided_at, attendance, occurred_on on meeting
	for each row when (new.case_id is not null) execute function keep_last_met();

create function keep_closed() returns trigger language plpgsql as $$
begin
	update case_ set closed_on = case when new.reopened_on is null then new.closed_on end
		where organisation_id = new.organisation_id and id = new.case_id;
	return null;
end $$;
create trigger keep_closed after insert or update of reopened_on, closed_on on closure for each row execute function keep_closed();

create index case_opened on case_ (organisation_id, opened_on desc, id desc);
create index case_of_programme on case_ (organisation_id, programme, opened_on desc, id desc);
create index case_met on case_ (organisation_id, coalesce(last_met_on, '0001-01-01'::date), id);
create index case_not_closed on case_ (organisation_id, opened_on desc, id desc) where closed_on is null;
