-- When a request was first answered: a time was offered, or a talk took place. The response clock stops there (decision 33).

alter table request add column responded_at timestamptz check (responded_at >= received_at);
