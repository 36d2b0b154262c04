BEGIN;

ALTER TABLE public.vehicles ADD COLUMN plate text;

ALTER TABLE public.vehicles ALTER COLUMN wheels SET DEFAULT 4;

ALTER TABLE public.trucks ALTER COLUMN wheels SET DEFAULT 6;

ALTER TABLE public.vehicles ADD CONSTRAINT vehicles_wheels_check CHECK (wheels > 1) NOT VALID;

COMMIT;

-- Reads all of public.vehicles while others go on reading and writing it.
-- Fails if rows of public.vehicles break vehicles_wheels_check. To find them: SELECT * FROM public.vehicles WHERE NOT (wheels > 1)
ALTER TABLE public.vehicles VALIDATE CONSTRAINT vehicles_wheels_check;

-- down

ALTER TABLE public.vehicles DROP CONSTRAINT vehicles_wheels_check;

ALTER TABLE public.trucks ALTER COLUMN wheels DROP DEFAULT;

ALTER TABLE public.vehicles ALTER COLUMN wheels DROP DEFAULT;

-- The column public.vehicles.plate is dropped with all that it holds.
ALTER TABLE ONLY public.vehicles DROP COLUMN plate;

-- The column public.cars.plate is dropped with all that it holds.
ALTER TABLE public.cars DROP COLUMN plate;
