CREATE FUNCTION admin_only(b int) RETURNS bigint LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1::bigint $$;
ALTER FUNCTION admin_only(int) OWNER TO migrator;
REVOKE ALL ON FUNCTION admin_only(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION admin_only(int) TO support;
