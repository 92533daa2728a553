-- What of the journal is to be sealed next is read along its index. Behind the wall a comparison of transactions is not trusted
-- to the index, and then every sealing would read the whole journal from its beginning.
create function finder.entries_to_seal(written_from xid8, written_below xid8, at_most integer)
	returns setof journal
	language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
	if app_actor_kind() is distinct from 'system' then return; end if;
	-- Planned for its values each time: for any number of rows the planner would sort them all.
	return query execute 'select j.* from journal j
		where j.organisation_id = $1 and j.written_by >= $2 and j.written_by < $3 order by j.written_by, j.id limit $4'
		using app_organisation(), written_from, written_below, at_most;
end $$;
grant create on schema finder to opora_finder;
alter function finder.entries_to_seal(xid8, xid8, integer) owner to opora_finder;
revoke create on schema finder from opora_finder;
revoke all on function finder.entries_to_seal(xid8, xid8, integer) from public;
grant execute on function finder.entries_to_seal(xid8, xid8, integer) to opora_app;
