-- public.log_it(text) runs with the rights of its owner, no longer of whoever calls it.
CREATE OR REPLACE PROCEDURE public.log_it(msg text)
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path TO 'pg_catalog', 'pg_temp'
AS $procedure$ BEGIN RAISE WARNING '%', msg; END $procedure$;

-- The owner of PROCEDURE public.log_it(text) changes: who could change it, and whose rights it runs with.
ALTER PROCEDURE public.log_it(text) OWNER TO app_owner;

-- down

-- The owner of PROCEDURE public.log_it(text) changes: who could change it, and whose rights it runs with.
ALTER PROCEDURE public.log_it(text) OWNER TO CURRENT_USER;

-- public.log_it(text) runs with the rights of whoever calls it, no longer of its owner.
CREATE OR REPLACE PROCEDURE public.log_it(msg text)
  LANGUAGE plpgsql
AS $procedure$ BEGIN RAISE NOTICE '%', msg; END $procedure$;
