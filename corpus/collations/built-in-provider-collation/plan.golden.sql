CREATE COLLATION public.fast (PROVIDER = builtin, LOCALE = 'C.UTF-8');

ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.fast;

-- down

ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE "C";

DROP COLLATION public.fast;
