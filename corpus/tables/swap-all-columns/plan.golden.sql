BEGIN;

ALTER TABLE public.settings ADD COLUMN data jsonb NOT NULL DEFAULT '{}'::jsonb;

-- public.settings is written anew while nobody can read or write it: each row gets its own value of id.
ALTER TABLE public.settings ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();

COMMIT;

-- Reads public.settings twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.settings have the same (id). To find them: SELECT id, count(*) FROM public.settings GROUP BY id HAVING count(*) > 1. An invalid index settings_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY settings_pkey_plumb_new ON public.settings (id);

BEGIN;

ALTER TABLE public.settings DROP CONSTRAINT settings_pkey, ADD CONSTRAINT settings_pkey PRIMARY KEY USING INDEX settings_pkey_plumb_new;

DROP VIEW public.all_settings;

-- The column public.settings.name is dropped with all that it holds.
ALTER TABLE public.settings DROP COLUMN name;

-- The column public.settings.value is dropped with all that it holds.
ALTER TABLE public.settings DROP COLUMN value;

CREATE VIEW public.all_settings AS
SELECT id,
    data
   FROM public.settings;

COMMIT;

-- down

BEGIN;

-- The migration fails where public.settings has rows: public.settings.name is NOT NULL and there is no value to give them.
ALTER TABLE public.settings ADD COLUMN name text NOT NULL;

ALTER TABLE public.settings ADD COLUMN value text;

COMMIT;

-- Reads public.settings twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.settings have the same (name). To find them: SELECT name, count(*) FROM public.settings GROUP BY name HAVING count(*) > 1. An invalid index settings_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY settings_pkey_plumb_new ON public.settings (name);

BEGIN;

ALTER TABLE public.settings DROP CONSTRAINT settings_pkey, ADD CONSTRAINT settings_pkey PRIMARY KEY USING INDEX settings_pkey_plumb_new;

DROP VIEW public.all_settings;

-- The column public.settings.data is dropped with all that it holds.
ALTER TABLE public.settings DROP COLUMN data;

-- The column public.settings.id is dropped with all that it holds.
ALTER TABLE public.settings DROP COLUMN id;

CREATE VIEW public.all_settings AS
SELECT name,
    value
   FROM public.settings;

COMMIT;
