ALTER TABLE public.posts ADD CONSTRAINT posts_user_plumb_new FOREIGN KEY (user_id) REFERENCES public.new_users (id) ON DELETE CASCADE NOT VALID;

-- Reads all of public.posts while others go on reading and writing it.
-- Fails if rows of public.posts refer to nothing by posts_user. To find them: SELECT * FROM public.posts AS c WHERE c.user_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.new_users AS p WHERE p.id = c.user_id)
ALTER TABLE public.posts VALIDATE CONSTRAINT posts_user_plumb_new;

BEGIN;

ALTER TABLE public.posts DROP CONSTRAINT posts_user;

ALTER TABLE public.posts RENAME CONSTRAINT posts_user_plumb_new TO posts_user;

-- The table public.old_users is dropped with all of its rows.
DROP TABLE public.old_users;

COMMIT;

-- down

BEGIN;

CREATE TABLE public.old_users (
  id integer NOT NULL,
  CONSTRAINT old_users_pkey PRIMARY KEY (id)
);

ALTER TABLE public.posts ADD CONSTRAINT posts_user_plumb_new FOREIGN KEY (user_id) REFERENCES public.old_users (id) NOT VALID;

COMMIT;

-- Reads all of public.posts while others go on reading and writing it.
-- Fails if rows of public.posts refer to nothing by posts_user. To find them: SELECT * FROM public.posts AS c WHERE c.user_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.old_users AS p WHERE p.id = c.user_id)
ALTER TABLE public.posts VALIDATE CONSTRAINT posts_user_plumb_new;

BEGIN;

ALTER TABLE public.posts DROP CONSTRAINT posts_user;

ALTER TABLE public.posts RENAME CONSTRAINT posts_user_plumb_new TO posts_user;

COMMIT;
