CREATE TYPE public.tone AS ENUM (
  'ok',
  'sad',
  'glad'
);

-- public.shirts is written anew while nobody can read or write it: public.shirts.mood changes from public.mood to public.tone.
-- The migration fails where public.shirts.mood holds a value that can't be converted to public.tone.
ALTER TABLE public.shirts ALTER COLUMN mood TYPE public.tone USING mood::text::public.tone;

-- public.shirts is written anew while nobody can read or write it: public.shirts.size changes from public.size to text.
ALTER TABLE public.shirts ALTER COLUMN size TYPE text;

-- public.shirts is written anew while nobody can read or write it: public.shirts.sizes changes from public.size[] to text[].
ALTER TABLE public.shirts ALTER COLUMN sizes TYPE text[];

ALTER TABLE public.shirts ALTER COLUMN size SET DEFAULT 'm'::text;

ALTER TABLE public.shirts ALTER COLUMN sizes SET DEFAULT '{s}'::text[];

DROP TYPE public.mood;

-- down

CREATE TYPE public.mood AS ENUM (
  'sad',
  'ok'
);

-- public.shirts is written anew while nobody can read or write it: public.shirts.mood changes from public.tone to public.mood.
-- The migration fails where public.shirts.mood holds a value that can't be converted to public.mood.
ALTER TABLE public.shirts ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;

ALTER TABLE public.shirts ALTER COLUMN size DROP DEFAULT;

-- public.shirts is written anew while nobody can read or write it: public.shirts.size changes from text to public.size.
-- The migration fails where public.shirts.size holds a value that can't be converted to public.size.
ALTER TABLE public.shirts ALTER COLUMN size TYPE public.size USING size::public.size;

ALTER TABLE public.shirts ALTER COLUMN size SET DEFAULT 'm'::public.size;

ALTER TABLE public.shirts ALTER COLUMN sizes DROP DEFAULT;

-- public.shirts is written anew while nobody can read or write it: public.shirts.sizes changes from text[] to public.size[].
-- The migration fails where public.shirts.sizes holds a value that can't be converted to public.size[].
ALTER TABLE public.shirts ALTER COLUMN sizes TYPE public.size[] USING sizes::public.size[];

ALTER TABLE public.shirts ALTER COLUMN sizes SET DEFAULT '{s}'::public.size[];

DROP TYPE public.tone;
