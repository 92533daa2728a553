-- Who is kept from whoever asks is looked for once in a transaction, not in each of the ten places that a page of a case asks
-- for it. What is kept counts in that transaction alone, and is forgotten by whatever could change it.

create function access.find_withheld() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
	here constant uuid := app_organisation();
	persons uuid[];
begin
	-- Nothing is known before it is known who asks: what is null is not kept.
	if app_actor_kind() is null then return null; end if;
	if app_actor_kind() not in ('worker', 'system') then return '{}'; end if;
	persons := array(select p.id from person p where p.organisation_id = here and p.restricted_at is not null);
	if persons = '{}' then return persons; end if;
	if exists (select 1 from access.worker_role r where r.organisation_id = here and r.worker_id = app_worker()
		and r.role = 'data-protection-officer' and r.to_at is null) then return '{}'; end if;
	return persons
		|| array(select r.id from request r where r.organisation_id = here and r.about_person = any (persons))
		|| array(select distinct m.case_id from case_member m where m.organisation_id = here and m.person_id = any (persons)
			and not exists (select 1 from case_member o where o.organisation_id = here and o.case_id = m.case_id
				and o.person_id <> all (persons)));
end $$;
grant create on schema access to opora_finder;
alter function access.find_withheld() owner to opora_finder;
revoke create on schema access from opora_finder;
revoke all on function access.find_withheld() from public;
grant execute on function access.find_withheld() to opora_app, opora_finder;

-- Plain, without rights of its own: it is put into the query that asks.
create or replace function access.withheld() returns uuid[] language sql stable security invoker as $$
	select coalesce(nullif(current_setting('app.withheld', true), '')::uuid[], access.find_withheld(), '{}')
$$;
alter function access.withheld() reset all;

create function access.forget_withheld() returns trigger language plpgsql as $$
begin
	perform set_config('app.withheld', '', true);
	return null;
end $$;
create trigger withheld_anew after update of restricted_at on person for each statement execute function access.forget_withheld();
create trigger withheld_anew after insert or update of about_person on request
	for each statement execute function access.forget_withheld();
create trigger withheld_anew after insert or update or delete on case_member
	for each statement execute function access.forget_withheld();
create trigger withheld_anew after insert or update on access.worker_role
	for each statement execute function access.forget_withheld();
