DROP VIEW public.fv;

ALTER FOREIGN TABLE public.f DROP COLUMN gone;

ALTER FOREIGN TABLE public.f OPTIONS (SET table_name 'F 2', ADD fetch_size '50');

ALTER FOREIGN TABLE public.f ADD COLUMN born date DEFAULT '2000-01-01'::date;

ALTER FOREIGN TABLE public.f ALTER COLUMN id DROP NOT NULL;

-- public.f is written anew while nobody can read or write it: public.f.id changes from integer to bigint.
ALTER FOREIGN TABLE public.f ALTER COLUMN id TYPE bigint;

ALTER FOREIGN TABLE public.f ALTER COLUMN name TYPE text;

ALTER FOREIGN TABLE public.f ALTER COLUMN name OPTIONS (SET column_name 'nm');

CREATE VIEW public.fv AS
SELECT id,
    name
   FROM public.f;

-- down

DROP VIEW public.fv;

ALTER FOREIGN TABLE public.f DROP COLUMN born;

ALTER FOREIGN TABLE public.f OPTIONS (DROP fetch_size, SET table_name 'f');

ALTER FOREIGN TABLE public.f ADD COLUMN gone text;

-- public.f is written anew while nobody can read or write it: public.f.id changes from bigint to integer.
-- public.f.id can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.f.id holds a value that can't be converted to integer.
ALTER FOREIGN TABLE public.f ALTER COLUMN id TYPE integer;

-- The migration fails where public.f.id is NULL. Give these rows a value first.
-- Every row of public.f is read while nobody can read or write the table.
ALTER FOREIGN TABLE public.f ALTER COLUMN id SET NOT NULL;

-- public.f is written anew while nobody can read or write it: public.f.name changes from text to character varying(10).
-- public.f.name can hold less as character varying(10) than as text: what doesn't fit is cut off, or refused.
-- The migration fails where public.f.name holds a value that can't be converted to character varying(10).
ALTER FOREIGN TABLE public.f ALTER COLUMN name TYPE character varying(10);

ALTER FOREIGN TABLE public.f ALTER COLUMN name OPTIONS (SET column_name 'n');

CREATE VIEW public.fv AS
SELECT id,
    name
   FROM public.f;
