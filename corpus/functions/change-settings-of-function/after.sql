CREATE FUNCTION purge() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT 1 $$;
CREATE FUNCTION slow() RETURNS int LANGUAGE sql SET work_mem = '128MB' SET "app.tenant" = 'it''s' AS $$ SELECT 1 $$;
CREATE FUNCTION plain() RETURNS int LANGUAGE sql SET search_path = "$user", public, pg_temp SET TimeZone = 'UTC' AS $$ SELECT 1 $$;
