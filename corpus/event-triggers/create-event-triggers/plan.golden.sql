CREATE FUNCTION public.log_ddl()
  RETURNS event_trigger
  LANGUAGE plpgsql
AS $function$ BEGIN INSERT INTO public.ddl_log (tag) VALUES (TG_TAG); END $function$;

CREATE EVENT TRIGGER log_ddl ON ddl_command_end
  EXECUTE FUNCTION public.log_ddl();

CREATE EVENT TRIGGER log_drop ON sql_drop
  WHEN TAG IN ('DROP TABLE', 'DROP VIEW')
  EXECUTE FUNCTION public.log_ddl();

ALTER EVENT TRIGGER log_drop DISABLE;

COMMENT ON EVENT TRIGGER log_ddl IS 'Who changed what';

-- down

DROP EVENT TRIGGER log_ddl;

DROP EVENT TRIGGER log_drop;

DROP FUNCTION public.log_ddl();
