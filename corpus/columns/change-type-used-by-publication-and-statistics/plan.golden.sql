ALTER PUBLICATION important DROP TABLE public.metrics;

-- public.metrics is written anew while nobody can read or write it: public.metrics.id changes from integer to bigint.
ALTER TABLE public.metrics ALTER COLUMN id TYPE bigint;

DROP STATISTICS public.metrics_expr;

ALTER TABLE public.metrics ALTER COLUMN kind TYPE text;

-- public.metrics is written anew while nobody can read or write it: public.metrics.value changes from integer to bigint.
ALTER TABLE public.metrics ALTER COLUMN value TYPE bigint;

CREATE STATISTICS public.metrics_expr ON kind, (value % (10)::bigint) FROM public.metrics;

ALTER PUBLICATION important ADD TABLE public.metrics (id, value) WHERE (id > 100);

-- down

ALTER PUBLICATION important DROP TABLE public.metrics;

-- public.metrics is written anew while nobody can read or write it: public.metrics.id changes from bigint to integer.
-- public.metrics.id can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.metrics.id holds a value that can't be converted to integer.
ALTER TABLE public.metrics ALTER COLUMN id TYPE integer;

DROP STATISTICS public.metrics_expr;

-- public.metrics is written anew while nobody can read or write it: public.metrics.kind changes from text to character varying(10).
-- public.metrics.kind can hold less as character varying(10) than as text: what doesn't fit is cut off, or refused.
-- The migration fails where public.metrics.kind holds a value that can't be converted to character varying(10).
ALTER TABLE public.metrics ALTER COLUMN kind TYPE character varying(10);

-- public.metrics is written anew while nobody can read or write it: public.metrics.value changes from bigint to integer.
-- public.metrics.value can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.metrics.value holds a value that can't be converted to integer.
ALTER TABLE public.metrics ALTER COLUMN value TYPE integer;

CREATE STATISTICS public.metrics_expr ON kind, (value % 10) FROM public.metrics;

ALTER PUBLICATION important ADD TABLE public.metrics (id, value) WHERE (id > 100);
