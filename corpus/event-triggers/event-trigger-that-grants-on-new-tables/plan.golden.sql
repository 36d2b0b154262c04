CREATE TABLE api.b (
  id integer NOT NULL,
  a integer,
  CONSTRAINT b_pkey PRIMARY KEY (id),
  CONSTRAINT b_a_fkey FOREIGN KEY (a) REFERENCES api.a (id)
);

CREATE FUNCTION api.open_new_tables()
  RETURNS event_trigger
  LANGUAGE plpgsql
AS $function$
DECLARE r record;
BEGIN
  FOR r IN SELECT * FROM pg_event_trigger_ddl_commands() WHERE command_tag = 'CREATE TABLE' LOOP
    EXECUTE format('GRANT SELECT ON %s TO anon', r.object_identity);
  END LOOP;
END $function$;

CREATE EVENT TRIGGER open_new_tables ON ddl_command_end
  WHEN TAG IN ('CREATE TABLE')
  EXECUTE FUNCTION api.open_new_tables();

-- down

DROP EVENT TRIGGER open_new_tables;

DROP FUNCTION api.open_new_tables();

-- The table api.b is dropped with all of its rows.
DROP TABLE api.b;
