CREATE FUNCTION bucket(n int) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT n / 100::bigint $$;
CREATE TABLE t (id int PRIMARY KEY, n int);
CREATE STATISTICS s ON (bucket(n)) FROM t;
