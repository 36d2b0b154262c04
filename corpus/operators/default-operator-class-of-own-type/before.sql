CREATE TYPE version AS (major int, minor int);
CREATE TABLE releases (id int PRIMARY KEY, v version);
CREATE INDEX releases_v ON releases (v);
