DROP VIEW public.loud;

ALTER TYPE public.level RENAME TO level_plumb_old;

CREATE TYPE public.level AS ENUM (
  'low',
  'middle',
  'high'
);

-- public.alerts is written anew while nobody can read or write it: level moves to the new type public.level.
ALTER TABLE public.alerts ALTER COLUMN level TYPE public.level USING level::text::public.level;

CREATE VIEW public.loud AS
SELECT id
   FROM public.alerts
  WHERE (level >= 'middle'::public.level);

DROP TYPE public.level_plumb_old;

-- down

DROP VIEW public.loud;

ALTER TYPE public.level RENAME TO level_plumb_old;

CREATE TYPE public.level AS ENUM (
  'low',
  'high',
  'middle'
);

-- public.alerts is written anew while nobody can read or write it: level moves to the new type public.level.
ALTER TABLE public.alerts ALTER COLUMN level TYPE public.level USING level::text::public.level;

CREATE VIEW public.loud AS
SELECT id
   FROM public.alerts
  WHERE (level >= 'middle'::public.level);

DROP TYPE public.level_plumb_old;
