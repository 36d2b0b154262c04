CREATE TYPE item AS (id int, name text);
CREATE FUNCTION items() RETURNS SETOF item LANGUAGE sql STABLE AS $$ SELECT 1, 'a'::text $$;
