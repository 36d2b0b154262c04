CREATE FUNCTION recent_ids() RETURNS SETOF int LANGUAGE sql STABLE ROWS 5 AS $$ SELECT generate_series(1, 5) $$;
CREATE FUNCTION rows_of() RETURNS TABLE (n int, t text) LANGUAGE sql STABLE AS $$ SELECT 1, 'a'::text $$;
