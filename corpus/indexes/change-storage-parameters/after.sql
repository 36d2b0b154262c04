CREATE TABLE t (a int, b tsvector, c point);
CREATE INDEX ia ON t (a) WITH (fillfactor = 80, deduplicate_items = off);
CREATE INDEX ib ON t USING gin (b) WITH (gin_pending_list_limit = 128);
CREATE INDEX ic ON t USING gist (c);
