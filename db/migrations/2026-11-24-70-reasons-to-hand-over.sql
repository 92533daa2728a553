-- W2, W3: a request that somebody has goes to another worker in one way only, for the reasons it always could.
alter table handover drop constraint handover_reason_check;
alter table handover add constraint handover_reason_check
	check (reason in ('departure', 'leave', 'illness', 'workload', 'skills', 'language', 'place', 'known-to-me', 'other'));
-- Only where a worker is away is somebody handed on who did not agree.
alter table handover drop constraint handed_over_with_agreement;
alter table handover add constraint handed_over_with_agreement
	check (agreement <> 'declined' or reason in ('departure', 'leave', 'illness'));
