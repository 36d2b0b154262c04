CREATE FUNCTION public.next_a()
  RETURNS integer
  LANGUAGE sql
BEGIN ATOMIC
 SELECT (COALESCE(max(a.id), 0) + 1)
    FROM public.a;
END;

CREATE TABLE public.b (
  id integer NOT NULL DEFAULT public.next_a(),
  CONSTRAINT b_pkey PRIMARY KEY (id)
);

CREATE FUNCTION public.next_b()
  RETURNS integer
  LANGUAGE sql
BEGIN ATOMIC
 SELECT (COALESCE(max(b.id), 0) + public.next_a())
    FROM public.b;
END;

ALTER TABLE public.a ALTER COLUMN n SET DEFAULT public.next_b();

-- down

ALTER TABLE public.a ALTER COLUMN n SET DEFAULT 0;

DROP FUNCTION public.next_b();

-- The table public.b is dropped with all of its rows.
DROP TABLE public.b;

DROP FUNCTION public.next_a();
