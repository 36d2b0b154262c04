ALTER TYPE public.pair
  ALTER ATTRIBUTE a TYPE bigint,
  ALTER ATTRIBUTE b TYPE text COLLATE "C";

CREATE OR REPLACE FUNCTION public.make_pair()
  RETURNS public.pair
  LANGUAGE sql
AS $function$ SELECT 1::bigint, 'x' $function$;

-- down

ALTER TYPE public.pair
  ALTER ATTRIBUTE a TYPE integer,
  ALTER ATTRIBUTE b TYPE character varying(10);

CREATE OR REPLACE FUNCTION public.make_pair()
  RETURNS public.pair
  LANGUAGE sql
AS $function$ SELECT 1, 'x'::varchar(10) $function$;
