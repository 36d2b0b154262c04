CREATE TYPE pair AS (a bigint, b text COLLATE "C");
CREATE FUNCTION make_pair() RETURNS pair LANGUAGE sql AS $$ SELECT 1::bigint, 'x' $$;
