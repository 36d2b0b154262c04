DROP VIEW public.t_all;

ALTER TABLE public.t RENAME TO t_plumb_old;

CREATE TABLE public.t (
  id integer CONSTRAINT t_id_not_null NOT NULL,
  at date CONSTRAINT t_at_not_null NOT NULL,
  region text CONSTRAINT t_region_not_null NOT NULL
)
PARTITION BY LIST (region);

CREATE TABLE public.t_eu PARTITION OF public.t FOR VALUES IN ('eu');

CREATE TABLE public.t_rest PARTITION OF public.t DEFAULT;

-- public.t can't be altered to what it should be: it is made anew, and its rows are carried over.
-- All rows of public.t are copied while nobody can read or write them.
-- The migration fails where a row of public.t doesn't fit the new table.
INSERT INTO public.t (id, at, region)
SELECT id, at, region
FROM public.t_plumb_old;

CREATE VIEW public.t_all AS
SELECT id,
    at,
    region
   FROM public.t;

CREATE POLICY mine ON public.t
  USING ((region = 'eu'::text));

DROP TABLE public.t_plumb_old;

CREATE INDEX t_id ON public.t (id);

GRANT SELECT ON TABLE public.t TO reader;

-- down

DROP VIEW public.t_all;

ALTER TABLE public.t RENAME TO t_plumb_old;

CREATE TABLE public.t (
  id integer CONSTRAINT t_id_not_null NOT NULL,
  at date CONSTRAINT t_at_not_null NOT NULL,
  region text CONSTRAINT t_region_not_null NOT NULL
)
PARTITION BY RANGE (at);

CREATE TABLE public.t_1 PARTITION OF public.t FOR VALUES FROM ('2023-01-01') TO ('2026-01-01');

-- public.t can't be altered to what it should be: it is made anew, and its rows are carried over.
-- All rows of public.t are copied while nobody can read or write them.
-- The migration fails where a row of public.t doesn't fit the new table.
INSERT INTO public.t (id, at, region)
SELECT id, at, region
FROM public.t_plumb_old;

CREATE VIEW public.t_all AS
SELECT id,
    at,
    region
   FROM public.t;

CREATE POLICY mine ON public.t
  USING ((region = 'eu'::text));

DROP TABLE public.t_plumb_old;

CREATE INDEX t_id ON public.t (id);

GRANT SELECT ON TABLE public.t TO reader;
