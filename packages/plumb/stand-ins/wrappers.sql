-- control: relocatable = false
CREATE TABLE wrappers_fdw_stats (
  fdw_name text PRIMARY KEY, create_times bigint, rows_in bigint, rows_out bigint, bytes_in bigint, bytes_out bigint, metadata jsonb, created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now()
);
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['airtable', 'auth0', 'big_query', 'click_house', 'cognito', 'firebase', 'hello_world', 'iceberg', 'logflare', 'mssql', 'redis', 's3', 'stripe', 'wasm'] LOOP
    -- a handler that answers would need code; their wrappers are made without one
    EXECUTE pg_catalog.format('CREATE FUNCTION %s_fdw_handler() RETURNS fdw_handler LANGUAGE internal STRICT AS ''anyarray_in''', name);
    EXECUTE pg_catalog.format('CREATE FUNCTION %s_fdw_validator(options text[], catalog oid) RETURNS void LANGUAGE sql AS ''''', name);
    EXECUTE pg_catalog.format('CREATE FUNCTION %s_fdw_meta() RETURNS TABLE (name text, version text, author text, website text) LANGUAGE sql STRICT AS ''SELECT NULL::text, NULL::text, NULL::text, NULL::text WHERE false''', name);
  END LOOP;
END $$;
