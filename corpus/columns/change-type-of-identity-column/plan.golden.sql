-- public.a is written anew while nobody can read or write it: public.a.id changes from integer to bigint.
ALTER TABLE public.a ALTER COLUMN id TYPE bigint;

-- public.b is written anew while nobody can read or write it: public.b.id changes from smallint to integer.
ALTER TABLE public.b ALTER COLUMN id TYPE integer;

-- public.b_id_seq is moved within its new bounds, should it be beyond.
SELECT setval('public.b_id_seq', least(last_value, 1000), is_called AND last_value = least(last_value, 1000)) FROM public.b_id_seq;

ALTER TABLE public.b ALTER COLUMN id SET MAXVALUE 1000;

-- down

-- public.a is written anew while nobody can read or write it: public.a.id changes from bigint to integer.
-- public.a.id can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.a.id holds a value that can't be converted to integer.
ALTER TABLE public.a ALTER COLUMN id TYPE integer;

-- public.b is written anew while nobody can read or write it: public.b.id changes from integer to smallint.
-- public.b.id can hold less as smallint than as integer: what doesn't fit is cut off, or refused.
-- The migration fails where public.b.id holds a value that can't be converted to smallint.
ALTER TABLE public.b ALTER COLUMN id TYPE smallint;

ALTER TABLE public.b ALTER COLUMN id SET MAXVALUE 32767;
