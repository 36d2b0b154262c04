-- control: relocatable = false, schema = pg_catalog
-- Without a validator, any body is taken.
CREATE TRUSTED LANGUAGE plperlu HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler;
