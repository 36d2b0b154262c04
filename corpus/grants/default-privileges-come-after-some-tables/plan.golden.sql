CREATE TYPE public.mood AS ENUM (
  'a'
);

CREATE TABLE public.b_without (
  id integer NOT NULL,
  CONSTRAINT b_without_pkey PRIMARY KEY (id)
);

CREATE TABLE public.c_with (
  id integer NOT NULL,
  CONSTRAINT c_with_pkey PRIMARY KEY (id)
);

CREATE FUNCTION public.f()
  RETURNS integer
  LANGUAGE sql
AS $function$ SELECT 1 $function$;

CREATE FUNCTION public.g()
  RETURNS integer
  LANGUAGE sql
AS $function$ SELECT 1 $function$;

REVOKE EXECUTE ON FUNCTION public.f() FROM PUBLIC;

GRANT SELECT ON TABLE public.c_with TO reader;

ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO reader;

-- down

DROP FUNCTION public.f();

DROP FUNCTION public.g();

-- The table public.b_without is dropped with all of its rows.
DROP TABLE public.b_without;

-- The table public.c_with is dropped with all of its rows.
DROP TABLE public.c_with;

DROP TYPE public.mood;

ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC;

ALTER DEFAULT PRIVILEGES REVOKE SELECT ON TABLES FROM reader;
