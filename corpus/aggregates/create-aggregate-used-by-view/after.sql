CREATE TABLE numbers (g int, n int);

CREATE FUNCTION mul(a numeric, b numeric) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT a * coalesce(b, 1) $$;
CREATE AGGREGATE product(numeric) (SFUNC = mul, STYPE = numeric, INITCOND = '1', PARALLEL = SAFE);
COMMENT ON AGGREGATE product(numeric) IS 'Multiplies';
CREATE VIEW groups AS SELECT g, product(n) AS result FROM numbers GROUP BY g;
