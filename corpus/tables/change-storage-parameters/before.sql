CREATE TABLE events (id int, payload text) WITH (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.05);
CREATE TABLE jobs (id int, body text) WITH (autovacuum_enabled = false, toast.autovacuum_enabled = false);
CREATE TABLE plain (id int, note text);
