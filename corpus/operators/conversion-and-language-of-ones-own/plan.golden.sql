CREATE TRUSTED LANGUAGE plmine
  HANDLER plpgsql_call_handler
  INLINE plpgsql_inline_handler
  VALIDATOR plpgsql_validator;

CREATE FUNCTION misc.f()
  RETURNS integer
  LANGUAGE plmine
AS $function$ BEGIN RETURN 1; END $function$;

CREATE CONVERSION misc.latin FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;

COMMENT ON CONVERSION misc.latin IS 'For old files';

COMMENT ON LANGUAGE plmine IS 'plpgsql by another name';

GRANT USAGE ON LANGUAGE plmine TO app_owner;

-- down

DROP CONVERSION misc.latin;

DROP FUNCTION misc.f();

DROP LANGUAGE plmine;
