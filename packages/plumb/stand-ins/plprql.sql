-- control: relocatable = false, schema = pg_catalog
-- Without a validator, any body is taken.
CREATE TRUSTED LANGUAGE plprql HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler;
