DROP STATISTICS public.e;

ALTER TABLE public.t ALTER COLUMN a TYPE text;

-- public.t is written anew while nobody can read or write it: public.t.b changes from integer to bigint.
ALTER TABLE public.t ALTER COLUMN b TYPE bigint;

CREATE STATISTICS public.e ON b, (a || 'x'::text) FROM public.t;

COMMENT ON STATISTICS public.e IS 'expression';

-- down

DROP STATISTICS public.e;

-- public.t is written anew while nobody can read or write it: public.t.a changes from text to character varying(5).
-- public.t.a can hold less as character varying(5) than as text: what doesn't fit is cut off, or refused.
-- The migration fails where public.t.a holds a value that can't be converted to character varying(5).
ALTER TABLE public.t ALTER COLUMN a TYPE character varying(5);

-- public.t is written anew while nobody can read or write it: public.t.b changes from bigint to integer.
-- public.t.b can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.t.b holds a value that can't be converted to integer.
ALTER TABLE public.t ALTER COLUMN b TYPE integer;

CREATE STATISTICS public.e ON b, ((a)::text || 'x'::text) FROM public.t;

COMMENT ON STATISTICS public.e IS 'expression';
