-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (id). To find them: SELECT id, count(*) FROM public.users GROUP BY id HAVING count(*) > 1. An invalid index users_id_unique is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY users_id_unique ON public.users (id);

BEGIN;

ALTER TABLE public.users ADD CONSTRAINT users_id_unique UNIQUE USING INDEX users_id_unique;

ALTER TABLE public.users REPLICA IDENTITY DEFAULT;

ALTER TABLE public.posts DROP CONSTRAINT posts_user_fkey;

ALTER TABLE public.users DROP CONSTRAINT users_email_key;

DROP VIEW public.posts_per_user;

COMMIT;

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (email). To find them: SELECT email, count(*) FROM public.users GROUP BY email HAVING count(*) > 1. An invalid index users_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY users_pkey_plumb_new ON public.users (email);

BEGIN;

ALTER TABLE public.users DROP CONSTRAINT users_pkey, ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_pkey_plumb_new;

CREATE VIEW public.posts_per_user AS
SELECT u.id,
    u.email,
    count(*) AS posts
   FROM (public.users u
     JOIN public.posts p ON ((p.user_id = u.id)))
  GROUP BY u.id, u.email;

ALTER TABLE public.posts ADD CONSTRAINT posts_user_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE NOT VALID;

COMMIT;

-- Reads all of public.posts while others go on reading and writing it.
-- Fails if rows of public.posts refer to nothing by posts_user_fkey. To find them: SELECT * FROM public.posts AS c WHERE c.user_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.users AS p WHERE p.id = c.user_id)
ALTER TABLE public.posts VALIDATE CONSTRAINT posts_user_fkey;

-- down

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (email). To find them: SELECT email, count(*) FROM public.users GROUP BY email HAVING count(*) > 1. An invalid index users_email_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON public.users (email);

ALTER TABLE public.users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key;

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (id). To find them: SELECT id, count(*) FROM public.users GROUP BY id HAVING count(*) > 1. An invalid index users_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY users_pkey_plumb_new ON public.users (id);

BEGIN;

ALTER TABLE public.users DROP CONSTRAINT users_pkey, ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_pkey_plumb_new;

CREATE OR REPLACE VIEW public.posts_per_user AS
SELECT u.id,
    u.email,
    count(*) AS posts
   FROM (public.users u
     JOIN public.posts p ON ((p.user_id = u.id)))
  GROUP BY u.id;

ALTER TABLE public.users REPLICA IDENTITY USING INDEX users_pkey;

ALTER TABLE public.posts DROP CONSTRAINT posts_user_fkey;

ALTER TABLE public.users DROP CONSTRAINT users_id_unique;

ALTER TABLE public.posts ADD CONSTRAINT posts_user_fkey FOREIGN KEY (user_id) REFERENCES public.users (id) ON DELETE CASCADE NOT VALID;

COMMIT;

-- Reads all of public.posts while others go on reading and writing it.
-- Fails if rows of public.posts refer to nothing by posts_user_fkey. To find them: SELECT * FROM public.posts AS c WHERE c.user_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.users AS p WHERE p.id = c.user_id)
ALTER TABLE public.posts VALIDATE CONSTRAINT posts_user_fkey;
