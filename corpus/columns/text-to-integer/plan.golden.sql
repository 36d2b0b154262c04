-- public.imports is written anew while nobody can read or write it: public.imports.quantity changes from text to integer.
-- The migration fails where public.imports.quantity holds a value that can't be converted to integer.
ALTER TABLE public.imports ALTER COLUMN quantity TYPE integer USING quantity::integer;

ALTER TABLE public.imports ALTER COLUMN done DROP DEFAULT;

-- public.imports is written anew while nobody can read or write it: public.imports.done changes from text to boolean.
-- The migration fails where public.imports.done holds a value that can't be converted to boolean.
ALTER TABLE public.imports ALTER COLUMN done TYPE boolean USING done::boolean;

ALTER TABLE public.imports ALTER COLUMN done SET DEFAULT false;

ALTER TABLE public.imports ALTER COLUMN price DROP DEFAULT;

-- public.imports is written anew while nobody can read or write it: public.imports.price changes from text to numeric(10,2).
-- The migration fails where public.imports.price holds a value that can't be converted to numeric(10,2).
ALTER TABLE public.imports ALTER COLUMN price TYPE numeric(10,2) USING price::numeric(10,2);

ALTER TABLE public.imports ALTER COLUMN price SET DEFAULT 0;

-- down

-- public.imports is written anew while nobody can read or write it: public.imports.done changes from boolean to text.
ALTER TABLE public.imports ALTER COLUMN done TYPE text;

-- public.imports is written anew while nobody can read or write it: public.imports.price changes from numeric(10,2) to text.
ALTER TABLE public.imports ALTER COLUMN price TYPE text;

-- public.imports is written anew while nobody can read or write it: public.imports.quantity changes from integer to text.
ALTER TABLE public.imports ALTER COLUMN quantity TYPE text;

ALTER TABLE public.imports ALTER COLUMN done SET DEFAULT 'false'::text;

ALTER TABLE public.imports ALTER COLUMN price SET DEFAULT '0'::text;
