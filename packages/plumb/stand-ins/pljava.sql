-- control: relocatable = false, schema = sqlj
CREATE TRUSTED LANGUAGE java HANDLER plpgsql_call_handler;
CREATE TRUSTED LANGUAGE javau HANDLER plpgsql_call_handler;
