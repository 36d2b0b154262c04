CREATE CAST (text AS public.mood) WITH INOUT AS IMPLICIT;

ALTER TABLE public.t ALTER COLUMN m SET DEFAULT public.mood_name();

-- down

DROP CAST (text AS public.mood);

ALTER TABLE public.t ALTER COLUMN m DROP DEFAULT;
