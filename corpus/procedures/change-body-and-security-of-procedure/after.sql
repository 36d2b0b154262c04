CREATE PROCEDURE log_it(msg text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ BEGIN RAISE WARNING '%', msg; END $$;
ALTER PROCEDURE log_it(text) OWNER TO app_owner;
