-- The rows behind a number of a programme can be taken out as a file, as the lists of cases and requests can.
alter table export_ drop constraint export__list_check;
alter table export_ add constraint export__list_check check (list in ('cases', 'requests', 'figures'));
