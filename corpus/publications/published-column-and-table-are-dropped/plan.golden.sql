ALTER PUBLICATION p DROP TABLE public.t;

ALTER PUBLICATION p ADD TABLE public.t (b, id);

ALTER PUBLICATION p DROP TABLE public.u;

-- The column public.t.a is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN a;

-- The table public.u is dropped with all of its rows.
DROP TABLE public.u;

-- down

CREATE TABLE public.u (
  id integer NOT NULL,
  CONSTRAINT u_pkey PRIMARY KEY (id)
);

ALTER TABLE public.t ADD COLUMN a integer;

ALTER PUBLICATION p DROP TABLE public.t;

ALTER PUBLICATION p ADD TABLE public.t (a, id);

ALTER PUBLICATION p ADD TABLE public.u;
