CREATE VIEW public.z AS
SELECT id,
    v
   FROM public.base;

CREATE VIEW public.m AS
SELECT id,
    (v + 1) AS v
   FROM public.z;

CREATE VIEW public.c AS
SELECT m.id,
    m.v,
    z.v AS old
   FROM (public.m
     JOIN public.z USING (id));

CREATE VIEW public.a AS
SELECT id,
    v,
    old
   FROM public.c
  WHERE ((v)::numeric > ( SELECT avg(m.v) AS avg
           FROM public.m));

-- The table public.unrelated is dropped with all of its rows.
DROP TABLE public.unrelated;

-- down

CREATE TABLE public.unrelated (
  id integer NOT NULL,
  CONSTRAINT unrelated_pkey PRIMARY KEY (id)
);

DROP VIEW public.a;

DROP VIEW public.c;

DROP VIEW public.m;

DROP VIEW public.z;
