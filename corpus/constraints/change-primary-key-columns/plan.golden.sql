-- Reads public.items twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.items have the same (id). To find them: SELECT id, count(*) FROM public.items GROUP BY id HAVING count(*) > 1. An invalid index items_id_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY items_id_key ON public.items (id);

ALTER TABLE public.items ADD CONSTRAINT items_id_key UNIQUE USING INDEX items_id_key;

-- Reads public.items twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.items have the same (code). To find them: SELECT code, count(*) FROM public.items GROUP BY code HAVING count(*) > 1. An invalid index items_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY items_pkey_plumb_new ON public.items (code);

ALTER TABLE public.items DROP CONSTRAINT items_pkey, ADD CONSTRAINT items_pkey PRIMARY KEY USING INDEX items_pkey_plumb_new;

-- Reads public.memberships twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.memberships have the same (user_id, team_id). To find them: SELECT user_id, team_id, count(*) FROM public.memberships GROUP BY user_id, team_id HAVING count(*) > 1. An invalid index memberships_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY memberships_pkey_plumb_new ON public.memberships (user_id, team_id);

ALTER TABLE public.memberships DROP CONSTRAINT memberships_pkey, ADD CONSTRAINT memberships_pkey PRIMARY KEY USING INDEX memberships_pkey_plumb_new;

-- down

-- Reads public.items twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.items have the same (id). To find them: SELECT id, count(*) FROM public.items GROUP BY id HAVING count(*) > 1. An invalid index items_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY items_pkey_plumb_new ON public.items (id);

ALTER TABLE public.items DROP CONSTRAINT items_pkey, ADD CONSTRAINT items_pkey PRIMARY KEY USING INDEX items_pkey_plumb_new;

-- Reads public.memberships twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.memberships have the same (user_id). To find them: SELECT user_id, count(*) FROM public.memberships GROUP BY user_id HAVING count(*) > 1. An invalid index memberships_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY memberships_pkey_plumb_new ON public.memberships (user_id);

BEGIN;

ALTER TABLE public.memberships DROP CONSTRAINT memberships_pkey, ADD CONSTRAINT memberships_pkey PRIMARY KEY USING INDEX memberships_pkey_plumb_new;

ALTER TABLE public.items DROP CONSTRAINT items_id_key;

COMMIT;
