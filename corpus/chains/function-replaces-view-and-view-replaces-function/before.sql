CREATE TABLE t (id int PRIMARY KEY, x int);

CREATE VIEW totals AS SELECT sum(x) AS total FROM t;
CREATE FUNCTION counts() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT count(*) FROM t $$;
CREATE VIEW both_of AS SELECT total, counts() AS n FROM totals;
