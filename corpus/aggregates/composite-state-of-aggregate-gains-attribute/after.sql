CREATE TYPE range_state AS (lo int, hi int, n int);
CREATE FUNCTION range_step(s range_state, n int) RETURNS range_state LANGUAGE sql IMMUTABLE AS $$ SELECT least(s.lo, n), greatest(s.hi, n), coalesce(s.n, 0) + 1 $$;
CREATE AGGREGATE int_range(int) (SFUNC = range_step, STYPE = range_state);
