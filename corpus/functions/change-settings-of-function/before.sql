CREATE FUNCTION purge() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$ SELECT 1 $$;
CREATE FUNCTION slow() RETURNS int LANGUAGE sql SET work_mem = '64MB' SET statement_timeout = '5s' AS $$ SELECT 1 $$;
CREATE FUNCTION plain() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
