CREATE FUNCTION cleanup(days int) RETURNS void LANGUAGE sql AS $$ SELECT 1 $$;
COMMENT ON FUNCTION cleanup(int) IS 'Nightly';
GRANT EXECUTE ON FUNCTION cleanup(int) TO app_owner;
