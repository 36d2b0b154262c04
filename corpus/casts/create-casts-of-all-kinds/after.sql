CREATE TYPE cents AS (n int);
CREATE TYPE euros AS (n numeric);
CREATE TYPE colour AS ENUM ('red', 'blue');

CREATE FUNCTION to_euros(c cents) RETURNS euros LANGUAGE sql IMMUTABLE AS $$ SELECT ROW(c.n / 100.0)::euros $$;
CREATE CAST (cents AS euros) WITH FUNCTION to_euros(cents) AS IMPLICIT;
CREATE CAST (varchar AS colour) WITH INOUT AS ASSIGNMENT;
COMMENT ON CAST (cents AS euros) IS 'By 100';
