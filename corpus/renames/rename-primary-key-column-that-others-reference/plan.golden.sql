BEGIN;

-- Whatever still says public.users.id fails from here on: it is called public.users.user_id.
ALTER TABLE public.users RENAME COLUMN id TO user_id;

-- Whatever still says public.posts.author fails from here on: it is called public.posts.author_id.
ALTER TABLE public.posts RENAME COLUMN author TO author_id;

ALTER TABLE public.posts RENAME CONSTRAINT posts_author_fkey TO posts_author_id_fkey;

ALTER TABLE public.posts RENAME CONSTRAINT posts_author_fkey1 TO posts_author_id_fkey1;

COMMIT;

BEGIN;

ALTER TABLE public.users RENAME CONSTRAINT users_id_not_null TO users_user_id_not_null;

ALTER SEQUENCE public.users_id_seq RENAME TO users_user_id_seq;

COMMIT;

-- down

BEGIN;

ALTER TABLE public.users RENAME CONSTRAINT users_user_id_not_null TO users_id_not_null;

ALTER SEQUENCE public.users_user_id_seq RENAME TO users_id_seq;

COMMIT;

BEGIN;

ALTER TABLE public.posts RENAME CONSTRAINT posts_author_id_fkey1 TO posts_author_fkey1;

ALTER TABLE public.posts RENAME CONSTRAINT posts_author_id_fkey TO posts_author_fkey;

-- Whatever still says public.posts.author_id fails from here on: it is called public.posts.author.
ALTER TABLE public.posts RENAME COLUMN author_id TO author;

-- Whatever still says public.users.user_id fails from here on: it is called public.users.id.
ALTER TABLE public.users RENAME COLUMN user_id TO id;

COMMIT;
