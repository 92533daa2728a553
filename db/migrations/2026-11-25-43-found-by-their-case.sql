-- What hangs on a case is found by it, however many cases there are: the page of a case read all that was ever stated.
create index inclusion_fact_of_case on inclusion_fact (organisation_id, case_id);
create index closure_of_case on closure (organisation_id, case_id);
create index goal_outcome_of_case on goal_outcome (organisation_id, case_id);
create index review_of_case on review (organisation_id, case_id);
create index complaint_of_case on complaint (organisation_id, case_id) where case_id is not null;
create index meeting_goal_of_case on meeting_goal (organisation_id, case_id);
create index member_screen_of_case on member_screen (organisation_id, case_id);
create index print_of_case on print_ (organisation_id, case_id) where case_id is not null;
