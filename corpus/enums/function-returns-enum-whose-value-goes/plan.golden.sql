DROP VIEW public.today;

DROP CAST (public.mood AS integer);

DROP AGGREGATE public.best_mood(public.mood);

DROP FUNCTION public.mood_of(integer);

-- The enum public.mood loses the value 'ecstatic'.
-- The migration fails where a column of type public.mood still holds the value 'ecstatic'. Give these rows another value first.
ALTER TYPE public.mood RENAME TO mood_plumb_old;

CREATE TYPE public.mood AS ENUM (
  'sad',
  'ok',
  'happy'
);

CREATE FUNCTION public.mood_of(n integer)
  RETURNS public.mood
  LANGUAGE sql IMMUTABLE
RETURN CASE WHEN (n > 0) THEN 'happy'::public.mood ELSE 'sad'::public.mood END;

CREATE AGGREGATE public.best_mood(public.mood) (
  SFUNC = enum_larger,
  STYPE = public.mood
);

CREATE CAST (public.mood AS integer) WITH INOUT;

CREATE VIEW public.today AS
SELECT public.mood_of(1) AS mood;

DROP TYPE public.mood_plumb_old;

-- down

ALTER TYPE public.mood ADD VALUE 'ecstatic';
