DROP VIEW public.record;

DROP FUNCTION public.longest(public.unit);

DROP VIEW public.long_trips;

ALTER TABLE public.trips DROP COLUMN metres;

DROP FUNCTION public.factor(public.unit);

-- The enum public.unit loses the value 'mile'.
-- The migration fails where a column of type public.unit still holds the value 'mile'. Give these rows another value first.
ALTER TYPE public.unit RENAME TO unit_plumb_old;

CREATE TYPE public.unit AS ENUM (
  'm',
  'km'
);

-- public.trips is written anew while nobody can read or write it: unit moves to the new type public.unit.
ALTER TABLE public.trips ALTER COLUMN unit TYPE public.unit USING unit::text::public.unit;

CREATE FUNCTION public.factor(u public.unit)
  RETURNS numeric
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT CASE u WHEN 'km' THEN 1000 ELSE 1 END $function$;

-- public.trips is written anew while nobody can read or write it: each row gets its own value of metres.
ALTER TABLE public.trips ADD COLUMN metres numeric GENERATED ALWAYS AS (length * public.factor(unit)) STORED;

CREATE VIEW public.long_trips AS
SELECT id,
    metres,
    unit
   FROM public.trips
  WHERE (metres > public.factor('km'::public.unit));

CREATE FUNCTION public.longest(u public.unit DEFAULT 'm'::public.unit)
  RETURNS public.long_trips
  LANGUAGE sql STABLE
AS $function$ SELECT * FROM long_trips WHERE unit = u ORDER BY metres DESC LIMIT 1 $function$;

CREATE VIEW public.record AS
SELECT (public.longest('km'::public.unit)).metres AS metres;

COMMENT ON VIEW public.record IS 'The longest';

DROP TYPE public.unit_plumb_old;

-- down

ALTER TYPE public.unit ADD VALUE 'mile';
