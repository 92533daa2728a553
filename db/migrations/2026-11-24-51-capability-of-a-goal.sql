-- Which of the person's social capabilities a goal serves, where the programme asks (O6).
alter table plan_goal add column capability code;
