CREATE OR REPLACE FUNCTION public.shout(t text)
  RETURNS text
  LANGUAGE sql
  TRANSFORM FOR TYPE text
AS $function$ SELECT upper(t) $function$;

-- down

CREATE OR REPLACE FUNCTION public.shout(t text)
  RETURNS text
  LANGUAGE sql
AS $function$ SELECT upper(t) $function$;
