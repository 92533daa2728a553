-- Files of a case or of a person. Their names and contents are sealed under the key of whom they are about; what is removed
-- leaves its record and who removed it, never its content.

create table document (
	organisation_id uuid not null,
	id uuid not null,
	case_id uuid,
	person_id uuid,
	kind code not null check (kind in ('agreement', 'consent', 'application', 'decision', 'certificate', 'report', 'letter', 'other')),
	type code not null check (type in ('pdf', 'png', 'jpeg', 'docx', 'odt', 'xlsx', 'ods', 'txt')),
	bytes integer not null check (bytes > 0),
	added_by uuid not null,
	added_at timestamptz not null,
	-- Its name and a note.
	sealed sealed not null,
	removed_by uuid,
	removed_at timestamptz,
	removal_reason code,
	-- Why, in words.
	removal_sealed sealed,
	kept boolean not null generated always as (removed_at is null) stored,
	primary key (organisation_id, id),
	unique (organisation_id, id, kept),
	foreign key (organisation_id, case_id) references case_,
	foreign key (organisation_id, person_id) references person,
	foreign key (organisation_id, added_by) references worker,
	constraint document_of_one check (num_nonnulls(case_id, person_id) = 1),
	constraint document_removed_whole check (num_nonnulls(removed_by, removed_at, removal_reason, removal_sealed) in (0, 4)),
	constraint document_removed_after_added check (removed_at >= added_at)
);
create index document_of_case on document (organisation_id, case_id, id) where case_id is not null;
create index document_of_person on document (organisation_id, person_id, id) where person_id is not null;
call protect_tenant('document', 'select, insert, update');

-- A document is removed exactly when its content is gone: neither can be without the other.
create table document_content (
	organisation_id uuid not null,
	document_id uuid not null,
	kept boolean not null default true check (kept),
	sealed sealed not null,
	primary key (organisation_id, document_id),
	constraint content_of_kept_document foreign key (organisation_id, document_id, kept) references document (organisation_id, id, kept)
);
call protect_tenant('document_content', 'select, insert, delete');
