-- D10: the list of people is looked at in ways one keeps, as the list of cases is.
alter table saved_view drop constraint saved_view_list_check;
alter table saved_view add constraint saved_view_list_check check (list in ('cases', 'people'));
alter table default_view drop constraint default_view_list_check;
alter table default_view add constraint default_view_list_check check (list in ('cases', 'people'));
