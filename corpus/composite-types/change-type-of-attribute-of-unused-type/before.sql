CREATE TYPE pair AS (a int, b varchar(10));
CREATE FUNCTION make_pair() RETURNS pair LANGUAGE sql AS $$ SELECT 1, 'x'::varchar(10) $$;
