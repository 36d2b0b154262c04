ALTER TYPE public.size ADD VALUE 'XXS' BEFORE 'S';

ALTER TYPE public.size ADD VALUE 'XS' AFTER 'XXS';

ALTER TYPE public.size ADD VALUE 'M' AFTER 'S';

ALTER TYPE public.size ADD VALUE 'M+' AFTER 'M';

ALTER TYPE public.size ADD VALUE 'XL';

-- down

-- The enum public.size loses the values 'XXS', 'XS', 'M', 'M+', 'XL'.
-- The migration fails where a column of type public.size still holds the values 'XXS', 'XS', 'M', 'M+', 'XL'. Give these rows another value first.
ALTER TYPE public.size RENAME TO size_plumb_old;

CREATE TYPE public.size AS ENUM (
  'S',
  'L'
);

-- public.shirts is written anew while nobody can read or write it: size moves to the new type public.size.
ALTER TABLE public.shirts ALTER COLUMN size TYPE public.size USING size::text::public.size;

DROP TYPE public.size_plumb_old;
