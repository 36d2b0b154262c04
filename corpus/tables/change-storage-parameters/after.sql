CREATE TABLE events (id int, payload text) WITH (fillfactor = 70, parallel_workers = 4, user_catalog_table = true);
CREATE TABLE jobs (id int, body text) WITH (toast.vacuum_truncate = false, autovacuum_freeze_max_age = 300000000);
CREATE TABLE plain (id int, note text) WITH (toast_tuple_target = 256);
