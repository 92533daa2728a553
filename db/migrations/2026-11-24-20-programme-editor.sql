-- A1: programmes are edited by the organisation itself: drafts, what a changed template offers, who published what and when.

-- The draft of a programme's next version, or of a first one. What it holds may still be incomplete: it is nobody's until published.
create table programme_draft (
	organisation_id uuid not null references organisation,
	programme code not null check (length(programme) <= 60),
	-- The version it was begun from; null for a programme that is not published yet.
	base_version integer,
	origin code not null check (origin in ('scratch', 'copy', 'template', 'version', 'offer')),
	definition public_json not null check (jsonb_typeof(definition) = 'object'),
	-- Counts every change, so that nobody overwrites what they did not see.
	revision integer not null check (revision > 0),
	started_by uuid not null,
	started_at timestamptz not null,
	changed_by uuid not null,
	changed_at timestamptz not null,
	primary key (organisation_id, programme),
	foreign key (organisation_id, programme, base_version) references programme_version,
	constraint draft_of_its_programme check ((definition->>'key' = programme) is true),
	check ((base_version is null) = (origin in ('scratch', 'copy', 'template')))
);
call protect_tenant('programme_draft', 'select, insert, update, delete');

-- A template that changed after the organisation made the programme its own: offered once, never put in by itself.
create table programme_offer (
	organisation_id uuid not null,
	programme code not null,
	hash digest not null,
	definition public_json not null,
	offered_at timestamptz not null,
	settled_at timestamptz,
	settled_by uuid,
	primary key (organisation_id, programme, hash),
	foreign key (organisation_id, programme) references programme,
	check (num_nonnulls(settled_at, settled_by) in (0, 2)),
	constraint offer_of_its_programme check ((definition->>'key' = programme) is true)
);
create index programme_offer_open on programme_offer (organisation_id) where settled_at is null;
call protect_tenant('programme_offer', 'select, insert, update');

-- Null where a template of the repository was published by the product itself.
alter table programme_version add column published_by uuid;

-- What never may be published, whoever asks: a definition of another programme, one that nobody can come in by, one that
-- takes its goals from a list it lacks, one without a guide, a limit that is none.
alter table programme_version
	add constraint definition_of_its_programme check (((definition->>'key') = programme and (definition->>'shape') ~ '^[1-9][0-9]*$') is true),
	add constraint definition_has_its_lists check ((
		jsonb_typeof(definition->'waysIn') = 'array' and definition->'waysIn' <> '[]'
		and jsonb_typeof(definition->'modes') = 'array' and definition->'modes' <> '[]'
		and jsonb_typeof(definition->'unit') = 'array' and definition->'unit' <> '[]'
		and jsonb_typeof(definition->'conditions') = 'array'
		and jsonb_typeof(definition #> '{guide,parts}') = 'array' and definition #> '{guide,parts}' <> '[]'
		and jsonb_typeof(definition->'title') = 'object' and definition->'title' <> '{}'
	) is true),
	add constraint definition_names_goals_it_has check ((
		definition #>> '{plan,goals}' = 'own'
		or (definition #>> '{plan,goals}' in ('listed', 'both')
			and jsonb_typeof(definition #> '{plan,listed}') = 'array' and definition #> '{plan,listed}' <> '[]')
	) is true),
	add constraint definition_has_a_real_limit check ((
		jsonb_typeof(definition #> '{meetings,limit}') = 'null'
		or (jsonb_typeof(definition #> '{meetings,limit}') = 'number' and (definition #>> '{meetings,limit}')::numeric between 1 and 500)
	) is true);

-- A case and a request keep the programme and the version they began under: conditions, limit and guide are that version's.
create function keeps_its_programme() returns trigger language plpgsql as $$
begin
	if (new.programme, new.version) is distinct from (old.programme, old.version) then
		raise exception 'a % keeps the programme and the version it began under', tg_table_name
			using errcode = '23514', constraint = 'keeps_its_programme';
	end if;
	return new;
end $$;
create trigger keeps_its_programme before update on case_ for each row execute function keeps_its_programme();
create trigger keeps_its_programme before update on request for each row execute function keeps_its_programme();
