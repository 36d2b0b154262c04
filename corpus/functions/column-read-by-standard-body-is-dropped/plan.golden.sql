CREATE OR REPLACE FUNCTION public.full_name(u public.users)
  RETURNS text
  LANGUAGE sql STABLE
BEGIN ATOMIC
 SELECT (u).first_name AS first_name;
END;

DROP FUNCTION public.find_user(text);

-- The column public.users.last_name is dropped with all that it holds.
ALTER TABLE public.users DROP COLUMN last_name;

CREATE FUNCTION public.find_user(n text)
  RETURNS SETOF public.users
  LANGUAGE sql STABLE
BEGIN ATOMIC
 SELECT users.id,
     users.first_name
    FROM public.users
   WHERE (users.first_name = find_user.n);
END;

-- down

ALTER TABLE public.users ADD COLUMN last_name text;

CREATE OR REPLACE FUNCTION public.find_user(n text)
  RETURNS SETOF public.users
  LANGUAGE sql STABLE
BEGIN ATOMIC
 SELECT users.id,
     users.first_name,
     users.last_name
    FROM public.users
   WHERE (users.last_name = find_user.n);
END;

CREATE OR REPLACE FUNCTION public.full_name(u public.users)
  RETURNS text
  LANGUAGE sql STABLE
BEGIN ATOMIC
 SELECT (((u).first_name || ' '::text) || (u).last_name);
END;
