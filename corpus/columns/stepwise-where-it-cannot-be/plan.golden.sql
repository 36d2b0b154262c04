-- public.apart is written anew while nobody can read or write it: public.apart.n changes from integer to bigint. It can't be done in steps: the constraint public.apart.apart_n_excl can only be built at once.
ALTER TABLE public.apart ALTER COLUMN n TYPE bigint;

-- public.keyless is written anew while nobody can read or write it: public.keyless.n changes from integer to bigint. It can't be done in steps: public.keyless has no key to go through its rows by.
ALTER TABLE public.keyless ALTER COLUMN n TYPE bigint;

-- public.logs is written anew while nobody can read or write it: public.logs.n changes from integer to bigint. It can't be done in steps: public.logs has partitions, parents or children.
ALTER TABLE public.logs ALTER COLUMN n TYPE bigint;

-- public.touched is written anew while nobody can read or write it: public.touched.n changes from integer to bigint. It can't be done in steps: the trigger public.touched.touch would notice each row that is filled.
ALTER TABLE public.touched ALTER COLUMN n TYPE bigint;

ALTER TABLE public.doubled DROP COLUMN twice;

-- public.doubled is written anew while nobody can read or write it: public.doubled.n changes from integer to bigint. It can't be done in steps: the generated column public.doubled.twice is worked out from it.
ALTER TABLE public.doubled ALTER COLUMN n TYPE bigint;

-- public.doubled is written anew while nobody can read or write it: each row gets its own value of twice.
ALTER TABLE public.doubled ADD COLUMN twice bigint GENERATED ALWAYS AS (n * 2) STORED;

-- down

-- public.apart is written anew while nobody can read or write it: public.apart.n changes from bigint to integer. It can't be done in steps: the constraint public.apart.apart_n_excl can only be built at once.
-- public.apart.n can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.apart.n holds a value that can't be converted to integer.
ALTER TABLE public.apart ALTER COLUMN n TYPE integer;

-- public.keyless is written anew while nobody can read or write it: public.keyless.n changes from bigint to integer. It can't be done in steps: public.keyless has no key to go through its rows by.
-- public.keyless.n can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.keyless.n holds a value that can't be converted to integer.
ALTER TABLE public.keyless ALTER COLUMN n TYPE integer;

-- public.logs is written anew while nobody can read or write it: public.logs.n changes from bigint to integer. It can't be done in steps: public.logs has partitions, parents or children.
-- public.logs.n can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.logs.n holds a value that can't be converted to integer.
ALTER TABLE public.logs ALTER COLUMN n TYPE integer;

-- public.touched is written anew while nobody can read or write it: public.touched.n changes from bigint to integer. It can't be done in steps: the trigger public.touched.touch would notice each row that is filled.
-- public.touched.n can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.touched.n holds a value that can't be converted to integer.
ALTER TABLE public.touched ALTER COLUMN n TYPE integer;

ALTER TABLE public.doubled DROP COLUMN twice;

-- public.doubled is written anew while nobody can read or write it: public.doubled.n changes from bigint to integer. It can't be done in steps: the generated column public.doubled.twice is worked out from it.
-- public.doubled.n can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.doubled.n holds a value that can't be converted to integer.
ALTER TABLE public.doubled ALTER COLUMN n TYPE integer;

-- public.doubled is written anew while nobody can read or write it: each row gets its own value of twice.
ALTER TABLE public.doubled ADD COLUMN twice bigint GENERATED ALWAYS AS (n * 2) STORED;
