-- What a team looks after is asked from the team's side too: whoever may see little must not read past everything else.

create index subject_of_team on access.subject_team (organisation_id, team_id, subject_id);
