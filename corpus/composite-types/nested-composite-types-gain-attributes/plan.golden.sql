ALTER TYPE public.inner_t ADD ATTRIBUTE b text;

ALTER TYPE public.outer_t ADD ATTRIBUTE n integer;

-- down

-- The values of the attribute b are lost in every column of type public.inner_t.
ALTER TYPE public.inner_t DROP ATTRIBUTE b;

-- The values of the attribute n are lost in every column of type public.outer_t.
ALTER TYPE public.outer_t DROP ATTRIBUTE n;
