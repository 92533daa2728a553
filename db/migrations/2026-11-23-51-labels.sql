-- The finder of the desk finds requests, and people without a name, by their label.

create index request_label on request (organisation_id, label);
create index person_label on person (organisation_id, label);
