-- control: relocatable = false, schema = pg_catalog
-- Without a validator, any body is taken.
CREATE TRUSTED LANGUAGE plv8 HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler;
CREATE FUNCTION plv8_version() RETURNS text LANGUAGE sql IMMUTABLE RETURN 'stand-in'::text;
