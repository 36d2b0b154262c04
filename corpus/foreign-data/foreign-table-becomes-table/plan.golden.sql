DROP VIEW public.names;

DROP FOREIGN TABLE public.users;

CREATE TABLE public.users (
  id integer NOT NULL,
  name text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

CREATE VIEW public.names AS
SELECT name
   FROM public.users;

-- down

DROP VIEW public.names;

-- The table public.users is dropped with all of its rows.
DROP TABLE public.users;

CREATE FOREIGN TABLE public.users (
  id integer CONSTRAINT users_id_not_null NOT NULL,
  name text
)
SERVER s;

CREATE VIEW public.names AS
SELECT name
   FROM public.users;
