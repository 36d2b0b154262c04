DROP VIEW public.spread;

DROP MATERIALIZED VIEW public.stats;

-- public.measures is written anew while nobody can read or write it: public.measures.value changes from real to double precision.
ALTER TABLE public.measures ALTER COLUMN value TYPE double precision;

-- The materialized view public.stats is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.stats AS
SELECT min(value) AS lowest,
    max(value) AS highest
   FROM public.measures;

CREATE VIEW public.spread AS
SELECT (highest - lowest) AS spread
   FROM public.stats;

-- down

DROP VIEW public.spread;

DROP MATERIALIZED VIEW public.stats;

-- public.measures is written anew while nobody can read or write it: public.measures.value changes from double precision to real.
-- public.measures.value can hold less as real than as double precision: what doesn't fit is cut off, or refused.
-- The migration fails where public.measures.value holds a value that can't be converted to real.
ALTER TABLE public.measures ALTER COLUMN value TYPE real;

-- The materialized view public.stats is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.stats AS
SELECT min(value) AS lowest,
    max(value) AS highest
   FROM public.measures;

CREATE VIEW public.spread AS
SELECT (highest - lowest) AS spread
   FROM public.stats;
