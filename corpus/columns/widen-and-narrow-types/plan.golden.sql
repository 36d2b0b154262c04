ALTER TABLE public.t ALTER COLUMN amount TYPE numeric(12,2);

-- public.t is written anew while nobody can read or write it: public.t.at changes from timestamp(6) without time zone to timestamp(0) without time zone.
-- public.t.at can hold less as timestamp(0) without time zone than as timestamp(6) without time zone: what doesn't fit is cut off, or refused.
-- The migration fails where public.t.at holds a value that can't be converted to timestamp(0) without time zone.
ALTER TABLE public.t ALTER COLUMN at TYPE timestamp(0) without time zone;

ALTER TABLE public.t ALTER COLUMN bits TYPE bit varying;

-- public.t is written anew while nobody can read or write it: public.t.code changes from character varying(50) to character varying(10).
-- public.t.code can hold less as character varying(10) than as character varying(50): what doesn't fit is cut off, or refused.
-- The migration fails where public.t.code holds a value that can't be converted to character varying(10).
ALTER TABLE public.t ALTER COLUMN code TYPE character varying(10);

-- public.t is written anew while nobody can read or write it: public.t.exact changes from numeric to numeric(10,3).
-- public.t.exact can hold less as numeric(10,3) than as numeric: what doesn't fit is cut off, or refused.
-- The migration fails where public.t.exact holds a value that can't be converted to numeric(10,3).
ALTER TABLE public.t ALTER COLUMN exact TYPE numeric(10,3);

ALTER TABLE public.t ALTER COLUMN free TYPE text;

-- public.t is written anew while nobody can read or write it: public.t.id changes from integer to bigint.
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;

ALTER TABLE public.t ALTER COLUMN name TYPE character varying(100);

-- public.t is written anew while nobody can read or write it: public.t.span changes from interval(3) to interval day to second(3).
-- The migration fails where public.t.span holds a value that can't be converted to interval day to second(3).
ALTER TABLE public.t ALTER COLUMN span TYPE interval day to second(3) USING span::text::interval day to second(3);

-- down

-- public.t is written anew while nobody can read or write it: public.t.amount changes from numeric(12,2) to numeric(8,2).
-- public.t.amount can hold less as numeric(8,2) than as numeric(12,2): what doesn't fit is cut off, or refused.
-- The migration fails where public.t.amount holds a value that can't be converted to numeric(8,2).
ALTER TABLE public.t ALTER COLUMN amount TYPE numeric(8,2);

ALTER TABLE public.t ALTER COLUMN at TYPE timestamp(6) without time zone;

-- public.t is written anew while nobody can read or write it: public.t.bits changes from bit varying to bit varying(4).
-- public.t.bits can hold less as bit varying(4) than as bit varying: what doesn't fit is cut off, or refused.
-- The migration fails where public.t.bits holds a value that can't be converted to bit varying(4).
ALTER TABLE public.t ALTER COLUMN bits TYPE bit varying(4);

ALTER TABLE public.t ALTER COLUMN code TYPE character varying(50);

ALTER TABLE public.t ALTER COLUMN exact TYPE numeric;

ALTER TABLE public.t ALTER COLUMN free TYPE character varying;

-- public.t is written anew while nobody can read or write it: public.t.id changes from bigint to integer.
-- public.t.id can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.t.id holds a value that can't be converted to integer.
ALTER TABLE public.t ALTER COLUMN id TYPE integer;

-- public.t is written anew while nobody can read or write it: public.t.name changes from character varying(100) to character varying(20).
-- public.t.name can hold less as character varying(20) than as character varying(100): what doesn't fit is cut off, or refused.
-- The migration fails where public.t.name holds a value that can't be converted to character varying(20).
ALTER TABLE public.t ALTER COLUMN name TYPE character varying(20);

-- public.t is written anew while nobody can read or write it: public.t.span changes from interval day to second(3) to interval(3).
-- The migration fails where public.t.span holds a value that can't be converted to interval(3).
ALTER TABLE public.t ALTER COLUMN span TYPE interval(3) USING span::text::interval(3);
