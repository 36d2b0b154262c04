CREATE FUNCTION admin_only(a int) RETURNS int LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$;
ALTER FUNCTION admin_only(int) OWNER TO app_owner;
REVOKE ALL ON FUNCTION admin_only(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION admin_only(int) TO support;
