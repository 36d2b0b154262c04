CREATE FOREIGN DATA WRAPPER dummy;

CREATE FOREIGN DATA WRAPPER mine
  HANDLER public.postgres_fdw_handler
  VALIDATOR public.postgres_fdw_validator;

CREATE SERVER "Dummy Server"
  FOREIGN DATA WRAPPER dummy
  OPTIONS ("Any Thing" 'goes');

CREATE FOREIGN TABLE public."Ghost" (
  id integer
)
SERVER "Dummy Server";

COMMENT ON FOREIGN DATA WRAPPER dummy IS 'Without handler';

GRANT USAGE ON FOREIGN DATA WRAPPER dummy TO app_owner;

-- down

DROP FOREIGN TABLE public."Ghost";

DROP SERVER "Dummy Server";

DROP FOREIGN DATA WRAPPER dummy;

DROP FOREIGN DATA WRAPPER mine;
