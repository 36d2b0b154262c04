DROP INDEX CONCURRENTLY public.boxes_volume;

BEGIN;

-- The column public.boxes.volume is dropped with all that it holds.
ALTER TABLE public.boxes DROP COLUMN volume;

-- public.boxes is written anew while nobody can read or write it: each row gets its own value of volume.
ALTER TABLE public.boxes ADD COLUMN volume integer GENERATED ALWAYS AS ((w * h) * d) STORED;

COMMIT;

-- Reads public.boxes twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY boxes_volume ON public.boxes (volume);

-- down

ALTER TABLE public.boxes ALTER COLUMN volume DROP EXPRESSION;
