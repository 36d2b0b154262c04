CREATE SCHEMA api;
CREATE TABLE api.a (id int PRIMARY KEY);
CREATE TABLE api.b (id int PRIMARY KEY, a int REFERENCES api.a);
CREATE FUNCTION api.open_new_tables() RETURNS event_trigger LANGUAGE plpgsql AS $$
DECLARE r record;
BEGIN
  FOR r IN SELECT * FROM pg_event_trigger_ddl_commands() WHERE command_tag = 'CREATE TABLE' LOOP
    EXECUTE format('GRANT SELECT ON %s TO anon', r.object_identity);
  END LOOP;
END $$;
CREATE EVENT TRIGGER open_new_tables ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION api.open_new_tables();
