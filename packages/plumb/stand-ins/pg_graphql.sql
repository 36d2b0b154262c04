-- control: relocatable = false, schema = graphql
CREATE SEQUENCE seq_schema_version CYCLE;
CREATE FUNCTION get_schema_version() RETURNS integer LANGUAGE sql SECURITY DEFINER RETURN 1;
CREATE FUNCTION increment_schema_version() RETURNS event_trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN END $$;
CREATE FUNCTION comment_directive(comment_ text) RETURNS jsonb LANGUAGE sql IMMUTABLE RETURN '{}'::jsonb;
CREATE FUNCTION exception(message text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '%', message; END $$;
CREATE FUNCTION resolve(query text, variables jsonb DEFAULT '{}', "operationName" text DEFAULT NULL, extensions jsonb DEFAULT NULL) RETURNS jsonb LANGUAGE sql RETURN '{}'::jsonb;
CREATE FUNCTION _internal_resolve(query text, variables jsonb DEFAULT '{}', "operationName" text DEFAULT NULL, extensions jsonb DEFAULT NULL) RETURNS jsonb LANGUAGE sql RETURN '{}'::jsonb;
