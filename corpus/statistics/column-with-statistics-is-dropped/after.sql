CREATE SCHEMA stats;
CREATE TABLE t (id int PRIMARY KEY, a int, c int);
CREATE STATISTICS stats.abc ON a, c FROM t;
ALTER STATISTICS stats.abc OWNER TO app_owner;
