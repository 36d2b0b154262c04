CREATE OR REPLACE FUNCTION public.add_vat(net numeric)
  RETURNS numeric
  LANGUAGE sql IMMUTABLE
AS $function$SELECT round(net * 1.2, 2)$function$;

CREATE OR REPLACE FUNCTION public.greet(name text)
  RETURNS text
  LANGUAGE plpgsql
AS $function$
BEGIN
  -- it's $1 \ with 'quotes' and $body$ in it
  RETURN 'Hello, ' || coalesce(name, 'you') || '!';
END
$function$;

-- down

CREATE OR REPLACE FUNCTION public.add_vat(net numeric)
  RETURNS numeric
  LANGUAGE sql IMMUTABLE
AS $function$SELECT net * 1.19$function$;

CREATE OR REPLACE FUNCTION public.greet(name text)
  RETURNS text
  LANGUAGE plpgsql
AS $function$
BEGIN
  RETURN 'Hello ' || name;
END
$function$;
