DROP FUNCTION public.count_ab();

DROP VIEW public.ab;

DROP FOREIGN TABLE public.a;

CREATE TABLE public.a (
  id integer NOT NULL,
  CONSTRAINT a_pkey PRIMARY KEY (id)
);

DROP FOREIGN TABLE public.b;

DROP USER MAPPING FOR CURRENT_USER SERVER s;

DROP SERVER s;

DROP EXTENSION postgres_fdw;

-- down

CREATE EXTENSION postgres_fdw SCHEMA public;

CREATE SERVER s
  FOREIGN DATA WRAPPER postgres_fdw;

CREATE USER MAPPING FOR CURRENT_USER SERVER s;

CREATE FOREIGN TABLE public.b (
  id integer
)
SERVER s;

-- The table public.a is dropped with all of its rows.
DROP TABLE public.a;

CREATE FOREIGN TABLE public.a (
  id integer
)
SERVER s;

CREATE VIEW public.ab AS
SELECT a.id
   FROM public.a
UNION ALL
 SELECT b.id
   FROM public.b;

CREATE FUNCTION public.count_ab()
  RETURNS bigint
  LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.ab;
END;
