ALTER COLLATION public.custom RENAME TO custom_plumb_old;

CREATE COLLATION public.custom (PROVIDER = icu, LOCALE = 'en', RULES = '&a < g <<< G');

ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.custom;

DROP COLLATION public.custom_plumb_old;

-- down

ALTER COLLATION public.custom RENAME TO custom_plumb_old;

CREATE COLLATION public.custom (PROVIDER = icu, LOCALE = 'en', RULES = '&a < g');

ALTER TABLE public.t ALTER COLUMN a TYPE text COLLATE public.custom;

DROP COLLATION public.custom_plumb_old;
