DROP VIEW public.large;

ALTER TABLE public.payments ALTER COLUMN amount DROP DEFAULT;

ALTER DOMAIN public.amount RENAME TO amount_plumb_old;

CREATE DOMAIN public.amount AS bigint
  CONSTRAINT amount_check CHECK ((VALUE >= 0));

-- public.payments is written anew while nobody can read or write it: amount moves to the new type public.amount.
ALTER TABLE public.payments ALTER COLUMN amount TYPE public.amount USING amount::public.amount;

-- public.payments is written anew while nobody can read or write it: parts moves to the new type public.amount.
ALTER TABLE public.payments ALTER COLUMN parts TYPE public.amount[] USING parts::public.amount[];

ALTER TABLE public.payments ALTER COLUMN amount SET DEFAULT 0;

CREATE VIEW public.large AS
SELECT id,
    amount
   FROM public.payments
  WHERE ((amount)::bigint > 100);

DROP DOMAIN public.amount_plumb_old;

-- down

DROP VIEW public.large;

ALTER TABLE public.payments ALTER COLUMN amount DROP DEFAULT;

ALTER DOMAIN public.amount RENAME TO amount_plumb_old;

CREATE DOMAIN public.amount AS integer
  CONSTRAINT amount_check CHECK ((VALUE >= 0));

-- public.payments is written anew while nobody can read or write it: amount moves to the new type public.amount.
-- public.payments.amount holds less as public.amount will be than as it is: values that don't fit are cut or refused.
ALTER TABLE public.payments ALTER COLUMN amount TYPE public.amount USING amount::public.amount;

-- public.payments is written anew while nobody can read or write it: parts moves to the new type public.amount.
ALTER TABLE public.payments ALTER COLUMN parts TYPE public.amount[] USING parts::public.amount[];

ALTER TABLE public.payments ALTER COLUMN amount SET DEFAULT 0;

CREATE VIEW public.large AS
SELECT id,
    amount
   FROM public.payments
  WHERE ((amount)::integer > 100);

DROP DOMAIN public.amount_plumb_old;
