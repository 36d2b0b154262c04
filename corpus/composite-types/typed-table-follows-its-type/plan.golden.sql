ALTER TYPE public.person_t ADD ATTRIBUTE born date CASCADE;

ALTER TABLE public.people ALTER COLUMN born SET DEFAULT '2000-01-01'::date;

-- down

ALTER TABLE public.people ALTER COLUMN born DROP DEFAULT;

-- The values of the attribute born are lost in every column of type public.person_t.
ALTER TYPE public.person_t DROP ATTRIBUTE born CASCADE;
