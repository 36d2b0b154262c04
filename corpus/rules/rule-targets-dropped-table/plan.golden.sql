CREATE TABLE public.trash (
  id integer,
  x integer,
  at timestamp with time zone DEFAULT now()
);

CREATE OR REPLACE RULE to_archive AS
    ON DELETE TO public.t DO  INSERT INTO public.trash (id, x)
  VALUES (old.id, old.x);

-- The table public.archive is dropped with all of its rows.
DROP TABLE public.archive;

-- down

CREATE TABLE public.archive (
  id integer,
  x integer
);

CREATE OR REPLACE RULE to_archive AS
    ON DELETE TO public.t DO  INSERT INTO public.archive (id, x)
  VALUES (old.id, old.x);

-- The table public.trash is dropped with all of its rows.
DROP TABLE public.trash;
