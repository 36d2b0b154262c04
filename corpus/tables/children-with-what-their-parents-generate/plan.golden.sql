BEGIN;

CREATE TABLE public.children (
  a integer,
  b integer GENERATED ALWAYS AS (a * 2) STORED,
  n integer
)
INHERITS (public.parents);

ALTER TABLE public.children ADD CONSTRAINT children_n_not_null NOT NULL n NOT VALID;

COMMIT;

-- The migration fails where public.children.n is NULL. Give these rows a value first.
ALTER TABLE public.children VALIDATE CONSTRAINT children_n_not_null;

BEGIN;

ALTER TABLE public.children ALTER COLUMN n ADD GENERATED ALWAYS AS IDENTITY;

-- The sequence goes on after the values that are there.
SELECT setval('public.children_n_seq', max(n)) FROM public.children;

COMMIT;

-- down

-- The table public.children is dropped with all of its rows.
DROP TABLE public.children;
