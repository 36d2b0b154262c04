DROP FUNCTION public.items();

DROP TYPE public.item;

CREATE TABLE public.item (
  id integer,
  name text
);

CREATE FUNCTION public.items()
  RETURNS SETOF public.item
  LANGUAGE sql STABLE
AS $function$ SELECT * FROM item $function$;

-- down

DROP FUNCTION public.items();

-- The table public.item is dropped with all of its rows.
DROP TABLE public.item;

CREATE TYPE public.item AS (
  id integer,
  name text
);

CREATE FUNCTION public.items()
  RETURNS SETOF public.item
  LANGUAGE sql STABLE
AS $function$ SELECT 1, 'a'::text $function$;
