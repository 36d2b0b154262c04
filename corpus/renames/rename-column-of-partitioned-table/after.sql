CREATE TABLE log_entries (id int NOT NULL, logged_at date NOT NULL, PRIMARY KEY (id, logged_at)) PARTITION BY RANGE (logged_at);
CREATE TABLE log_entries_1 PARTITION OF log_entries FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE INDEX log_entries_logged_at_idx ON log_entries (logged_at);
