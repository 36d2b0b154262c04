ALTER TABLE public.users ADD COLUMN nick text;

DROP FUNCTION public.greeting(integer);

CREATE OR REPLACE FUNCTION public.user_name(uid integer)
  RETURNS text
  LANGUAGE sql STABLE
BEGIN ATOMIC
 SELECT COALESCE(users.nick, users.name) AS "coalesce"
    FROM public.users
   WHERE (users.id = user_name.uid);
END;

CREATE FUNCTION public.greeting(uid integer, word text DEFAULT 'Hi'::text)
  RETURNS text
  LANGUAGE sql STABLE
RETURN ((word || ' '::text) || public.user_name(uid));

-- down

DROP FUNCTION public.greeting(integer, text);

CREATE OR REPLACE FUNCTION public.user_name(uid integer)
  RETURNS text
  LANGUAGE sql STABLE
BEGIN ATOMIC
 SELECT users.name
    FROM public.users
   WHERE (users.id = user_name.uid);
END;

CREATE FUNCTION public.greeting(uid integer)
  RETURNS text
  LANGUAGE sql STABLE
RETURN ('Hi '::text || public.user_name(uid));

-- The column public.users.nick is dropped with all that it holds.
ALTER TABLE public.users DROP COLUMN nick;
