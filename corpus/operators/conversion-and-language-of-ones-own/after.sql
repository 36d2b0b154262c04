CREATE SCHEMA misc;
CREATE CONVERSION misc.latin FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;
COMMENT ON CONVERSION misc.latin IS 'For old files';
CREATE TRUSTED LANGUAGE plmine HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
COMMENT ON LANGUAGE plmine IS 'plpgsql by another name';
GRANT USAGE ON LANGUAGE plmine TO app_owner;
CREATE FUNCTION misc.f() RETURNS int LANGUAGE plmine AS $$ BEGIN RETURN 1; END $$;
