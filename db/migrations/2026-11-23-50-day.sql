-- What the day of a worker asks: appointments of a span of time, and the cases that are active now.

create index appointment_soonest on appointment (organisation_id, starts_at);
create index case_active on case_ (organisation_id, id) where active_from is not null;
