CREATE SCHEMA internal;

CREATE FUNCTION internal.new_f()
  RETURNS trigger
  LANGUAGE plpgsql
AS $function$ BEGIN RETURN NEW; END $function$;

CREATE OR REPLACE TRIGGER x BEFORE INSERT ON public.t FOR EACH ROW
  EXECUTE FUNCTION internal.new_f();

DROP FUNCTION public.old_f();

-- down

CREATE FUNCTION public.old_f()
  RETURNS trigger
  LANGUAGE plpgsql
AS $function$ BEGIN RETURN NEW; END $function$;

CREATE OR REPLACE TRIGGER x BEFORE INSERT ON public.t FOR EACH ROW
  EXECUTE FUNCTION public.old_f();

DROP FUNCTION internal.new_f();

DROP SCHEMA internal;
