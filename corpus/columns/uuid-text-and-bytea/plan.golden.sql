-- public.keys is written anew while nobody can read or write it: public.keys.addr changes from text to inet.
-- The migration fails where public.keys.addr holds a value that can't be converted to inet.
ALTER TABLE public.keys ALTER COLUMN addr TYPE inet USING addr::inet;

-- public.keys is written anew while nobody can read or write it: public.keys.hash changes from bytea to text.
ALTER TABLE public.keys ALTER COLUMN hash TYPE text;

-- public.keys is written anew while nobody can read or write it: public.keys.id changes from text to uuid.
-- The migration fails where public.keys.id holds a value that can't be converted to uuid.
ALTER TABLE public.keys ALTER COLUMN id TYPE uuid USING id::uuid;

-- public.keys is written anew while nobody can read or write it: public.keys.price changes from money to numeric(12,2).
ALTER TABLE public.keys ALTER COLUMN price TYPE numeric(12,2);

-- public.keys is written anew while nobody can read or write it: public.keys.secret changes from text to bytea.
-- The migration fails where public.keys.secret holds a value that can't be converted to bytea.
ALTER TABLE public.keys ALTER COLUMN secret TYPE bytea USING secret::bytea;

-- down

-- public.keys is written anew while nobody can read or write it: public.keys.addr changes from inet to text.
ALTER TABLE public.keys ALTER COLUMN addr TYPE text;

-- public.keys is written anew while nobody can read or write it: public.keys.hash changes from text to bytea.
-- The migration fails where public.keys.hash holds a value that can't be converted to bytea.
ALTER TABLE public.keys ALTER COLUMN hash TYPE bytea USING hash::bytea;

-- public.keys is written anew while nobody can read or write it: public.keys.id changes from uuid to text.
ALTER TABLE public.keys ALTER COLUMN id TYPE text;

-- public.keys is written anew while nobody can read or write it: public.keys.price changes from numeric(12,2) to money.
-- public.keys.price can hold less as money than as numeric(12,2): what doesn't fit is cut off, or refused.
-- The migration fails where public.keys.price holds a value that can't be converted to money.
ALTER TABLE public.keys ALTER COLUMN price TYPE money;

-- public.keys is written anew while nobody can read or write it: public.keys.secret changes from bytea to text.
ALTER TABLE public.keys ALTER COLUMN secret TYPE text;
