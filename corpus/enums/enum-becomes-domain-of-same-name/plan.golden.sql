ALTER TABLE public.prices ALTER COLUMN currency DROP DEFAULT;

ALTER TYPE public.currency RENAME TO currency_plumb_old;

CREATE DOMAIN public.currency AS text
  CONSTRAINT currency_check CHECK ((VALUE ~ '^[A-Z]{3}$'::text));

-- public.prices is written anew while nobody can read or write it: currency moves to the new type public.currency.
-- The migration fails where public.prices.currency holds a value that is none of the new type public.currency.
ALTER TABLE public.prices ALTER COLUMN currency TYPE public.currency USING currency::text::public.currency;

DROP TYPE public.currency_plumb_old;

ALTER TABLE public.prices ALTER COLUMN currency SET DEFAULT 'EUR'::text;

-- down

ALTER TABLE public.prices ALTER COLUMN currency DROP DEFAULT;

ALTER DOMAIN public.currency RENAME TO currency_plumb_old;

CREATE TYPE public.currency AS ENUM (
  'EUR',
  'USD'
);

-- public.prices is written anew while nobody can read or write it: currency moves to the new type public.currency.
-- The migration fails where public.prices.currency holds a value that is none of the new type public.currency.
ALTER TABLE public.prices ALTER COLUMN currency TYPE public.currency USING currency::text::public.currency;

DROP DOMAIN public.currency_plumb_old;

ALTER TABLE public.prices ALTER COLUMN currency SET DEFAULT 'EUR'::public.currency;
