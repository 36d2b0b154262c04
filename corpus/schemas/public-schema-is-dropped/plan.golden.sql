ALTER TABLE app.t ADD COLUMN x integer;

DROP SCHEMA public;

-- down

CREATE SCHEMA public;

ALTER SCHEMA public OWNER TO pg_database_owner;

COMMENT ON SCHEMA public IS 'standard public schema';

GRANT USAGE ON SCHEMA public TO PUBLIC;

-- The column app.t.x is dropped with all that it holds.
ALTER TABLE app.t DROP COLUMN x;
