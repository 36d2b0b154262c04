DROP VIEW public.balances;

-- public.ledger is written anew while nobody can read or write it: public.ledger.amount changes from integer to bigint.
ALTER TABLE public.ledger ALTER COLUMN amount TYPE bigint;

CREATE VIEW public.balances AS
SELECT account,
    sum(amount) AS balance
   FROM public.ledger
  GROUP BY account;

-- down

DROP VIEW public.balances;

-- public.ledger is written anew while nobody can read or write it: public.ledger.amount changes from bigint to integer.
-- public.ledger.amount can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.ledger.amount holds a value that can't be converted to integer.
ALTER TABLE public.ledger ALTER COLUMN amount TYPE integer;

CREATE VIEW public.balances AS
SELECT account,
    sum(amount) AS balance
   FROM public.ledger
  GROUP BY account;
