CREATE TABLE t (id int PRIMARY KEY, x int);

CREATE FUNCTION totals() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT sum(x) FROM t $$;
CREATE VIEW counts AS SELECT count(*) AS n FROM t;
CREATE VIEW both_of AS SELECT totals() AS total, n FROM counts;
