CREATE PROCEDURE cleanup(days int) LANGUAGE sql AS $$ SELECT 1 $$;
COMMENT ON PROCEDURE cleanup(int) IS 'Nightly';
GRANT EXECUTE ON PROCEDURE cleanup(int) TO app_owner;
