CREATE TABLE t (a int, b tsvector, c point);
CREATE INDEX ia ON t (a) WITH (fillfactor = 70);
CREATE INDEX ib ON t USING gin (b) WITH (fastupdate = off);
CREATE INDEX ic ON t USING gist (c) WITH (buffering = on);
