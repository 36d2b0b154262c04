-- control: relocatable = false, schema = pgivm
CREATE FUNCTION create_immv(text, text) RETURNS bigint LANGUAGE plpgsql STRICT AS $$
BEGIN
  EXECUTE format('CREATE TABLE %s AS %s', $1, $2);
  RETURN 0;
END $$;
CREATE FUNCTION refresh_immv(text, boolean) RETURNS bigint LANGUAGE sql STRICT RETURN 0::bigint;
CREATE FUNCTION get_immv_def(immvrelid regclass) RETURNS text LANGUAGE sql STRICT RETURN NULL::text;
