DROP VIEW public.v_sum;

DROP VIEW public.v_refunds;

DROP VIEW public.v_payments;

-- public.payments is written anew while nobody can read or write it: public.payments.amount changes from integer to bigint.
ALTER TABLE public.payments ALTER COLUMN amount TYPE bigint;

ALTER TABLE public.payments ALTER COLUMN ref TYPE character varying(40);

CREATE VIEW public.v_payments AS
SELECT id,
    amount,
    ref
   FROM public.payments;

CREATE VIEW public.v_refunds AS
SELECT id,
    (- amount) AS amount,
    ref
   FROM public.v_payments
  WHERE (amount < 0);

CREATE VIEW public.v_sum AS
SELECT sum(amount) AS total
   FROM public.v_refunds;

GRANT SELECT ON TABLE public.v_refunds TO reader;

-- down

DROP VIEW public.v_sum;

DROP VIEW public.v_refunds;

DROP VIEW public.v_payments;

-- public.payments is written anew while nobody can read or write it: public.payments.amount changes from bigint to integer.
-- public.payments.amount can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.payments.amount holds a value that can't be converted to integer.
ALTER TABLE public.payments ALTER COLUMN amount TYPE integer;

-- public.payments is written anew while nobody can read or write it: public.payments.ref changes from character varying(40) to character varying(20).
-- public.payments.ref can hold less as character varying(20) than as character varying(40): what doesn't fit is cut off, or refused.
-- The migration fails where public.payments.ref holds a value that can't be converted to character varying(20).
ALTER TABLE public.payments ALTER COLUMN ref TYPE character varying(20);

CREATE VIEW public.v_payments AS
SELECT id,
    amount,
    ref
   FROM public.payments;

CREATE VIEW public.v_refunds AS
SELECT id,
    (- amount) AS amount,
    ref
   FROM public.v_payments
  WHERE (amount < 0);

CREATE VIEW public.v_sum AS
SELECT sum(amount) AS total
   FROM public.v_refunds;

GRANT SELECT ON TABLE public.v_refunds TO reader;
