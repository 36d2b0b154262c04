-- public.posts is written anew while nobody can read or write it: public.posts.id changes from integer to bigint.
ALTER TABLE public.posts ALTER COLUMN id TYPE bigint;

-- public.users is written anew while nobody can read or write it: public.users.id changes from integer to bigint.
ALTER TABLE public.users ALTER COLUMN id TYPE bigint;

ALTER SEQUENCE public.users_id_seq AS bigint;

DROP POLICY own ON public.posts;

DROP VIEW public.user_likes;

-- public.posts is written anew while nobody can read or write it: public.posts.user_id changes from integer to bigint.
ALTER TABLE public.posts ALTER COLUMN user_id TYPE bigint;

CREATE POLICY own ON public.posts
  USING ((user_id = 1));

ALTER TABLE public.posts DROP COLUMN score;

-- public.posts is written anew while nobody can read or write it: public.posts.likes changes from integer to bigint.
ALTER TABLE public.posts ALTER COLUMN likes TYPE bigint;

-- public.posts is written anew while nobody can read or write it: each row gets its own value of score.
ALTER TABLE public.posts ADD COLUMN score bigint GENERATED ALWAYS AS (likes * 2) STORED;

CREATE VIEW public.user_likes AS
SELECT user_id,
    sum(likes) AS likes
   FROM public.posts
  GROUP BY user_id;

COMMENT ON VIEW public.user_likes IS 'who is liked';

GRANT SELECT ON TABLE public.user_likes TO reader;

-- down

-- public.posts is written anew while nobody can read or write it: public.posts.id changes from bigint to integer.
-- public.posts.id can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.posts.id holds a value that can't be converted to integer.
ALTER TABLE public.posts ALTER COLUMN id TYPE integer;

-- public.users is written anew while nobody can read or write it: public.users.id changes from bigint to integer.
-- public.users.id can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.users.id holds a value that can't be converted to integer.
ALTER TABLE public.users ALTER COLUMN id TYPE integer;

ALTER SEQUENCE public.users_id_seq AS integer;

DROP POLICY own ON public.posts;

DROP VIEW public.user_likes;

-- public.posts is written anew while nobody can read or write it: public.posts.user_id changes from bigint to integer.
-- public.posts.user_id can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.posts.user_id holds a value that can't be converted to integer.
ALTER TABLE public.posts ALTER COLUMN user_id TYPE integer;

CREATE POLICY own ON public.posts
  USING ((user_id = 1));

ALTER TABLE public.posts DROP COLUMN score;

-- public.posts is written anew while nobody can read or write it: public.posts.likes changes from bigint to integer.
-- public.posts.likes can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.posts.likes holds a value that can't be converted to integer.
ALTER TABLE public.posts ALTER COLUMN likes TYPE integer;

-- public.posts is written anew while nobody can read or write it: each row gets its own value of score.
ALTER TABLE public.posts ADD COLUMN score integer GENERATED ALWAYS AS (likes * 2) STORED;

CREATE VIEW public.user_likes AS
SELECT user_id,
    sum(likes) AS likes
   FROM public.posts
  GROUP BY user_id;

COMMENT ON VIEW public.user_likes IS 'who is liked';

GRANT SELECT ON TABLE public.user_likes TO reader;
