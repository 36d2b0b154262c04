-- The policy own_account decides which rows of public.accounts app may SELECT.
DROP POLICY own_account ON public.accounts;

DROP RULE no_delete ON public.accounts;

DROP TRIGGER balance_audit ON public.accounts;

DROP MATERIALIZED VIEW public.totals;

DROP VIEW public.richest;

DROP VIEW public.rich;

DROP FUNCTION public.total_of(text);

-- public.accounts is written anew while nobody can read or write it: public.accounts.balance changes from numeric(10,2) to numeric(14,4).
ALTER TABLE public.accounts ALTER COLUMN balance TYPE numeric(14,4);

ALTER TABLE public.accounts ALTER COLUMN owner TYPE text;

CREATE FUNCTION public.total_of(who text)
  RETURNS numeric
  LANGUAGE sql STABLE
BEGIN ATOMIC
 SELECT sum(accounts.balance) AS sum
    FROM public.accounts
   WHERE (accounts.owner = total_of.who);
END;

CREATE VIEW public.rich WITH (security_barrier = 'true') AS
SELECT owner,
    balance
   FROM public.accounts
  WHERE (balance > (1000)::numeric);

CREATE VIEW public.richest AS
SELECT owner,
    balance
   FROM public.rich
  ORDER BY balance DESC
 LIMIT 1;

-- The materialized view public.totals is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.totals AS
SELECT owner,
    sum(balance) AS total
   FROM public.accounts
  GROUP BY owner;

CREATE UNIQUE INDEX totals_owner ON public.totals (owner);

CREATE TRIGGER balance_audit AFTER UPDATE OF balance ON public.accounts FOR EACH ROW WHEN ((old.balance <> new.balance))
  EXECUTE FUNCTION public.audit();

CREATE RULE no_delete AS
    ON DELETE TO public.accounts
   WHERE (old.balance > (0)::numeric) DO INSTEAD NOTHING;

-- The policy own_account decides which rows of public.accounts app may SELECT.
CREATE POLICY own_account ON public.accounts
  FOR SELECT
  TO app
  USING ((owner = CURRENT_USER));

COMMENT ON VIEW public.rich IS 'not everybody';

GRANT SELECT ON TABLE public.totals TO reader;

GRANT SELECT ON TABLE public.rich TO reader;

-- down

-- The policy own_account decides which rows of public.accounts app may SELECT.
DROP POLICY own_account ON public.accounts;

DROP RULE no_delete ON public.accounts;

DROP TRIGGER balance_audit ON public.accounts;

DROP MATERIALIZED VIEW public.totals;

DROP VIEW public.richest;

DROP VIEW public.rich;

DROP FUNCTION public.total_of(text);

-- public.accounts is written anew while nobody can read or write it: public.accounts.balance changes from numeric(14,4) to numeric(10,2).
-- public.accounts.balance can hold less as numeric(10,2) than as numeric(14,4): what doesn't fit is cut off, or refused.
-- The migration fails where public.accounts.balance holds a value that can't be converted to numeric(10,2).
ALTER TABLE public.accounts ALTER COLUMN balance TYPE numeric(10,2);

-- public.accounts is written anew while nobody can read or write it: public.accounts.owner changes from text to character varying(30).
-- public.accounts.owner can hold less as character varying(30) than as text: what doesn't fit is cut off, or refused.
-- The migration fails where public.accounts.owner holds a value that can't be converted to character varying(30).
ALTER TABLE public.accounts ALTER COLUMN owner TYPE character varying(30);

CREATE FUNCTION public.total_of(who text)
  RETURNS numeric
  LANGUAGE sql STABLE
BEGIN ATOMIC
 SELECT sum(accounts.balance) AS sum
    FROM public.accounts
   WHERE ((accounts.owner)::text = total_of.who);
END;

CREATE VIEW public.rich WITH (security_barrier = 'true') AS
SELECT owner,
    balance
   FROM public.accounts
  WHERE (balance > (1000)::numeric);

CREATE VIEW public.richest AS
SELECT owner,
    balance
   FROM public.rich
  ORDER BY balance DESC
 LIMIT 1;

-- The materialized view public.totals is computed anew; whoever reads it waits until that is done.
CREATE MATERIALIZED VIEW public.totals AS
SELECT owner,
    sum(balance) AS total
   FROM public.accounts
  GROUP BY owner;

CREATE UNIQUE INDEX totals_owner ON public.totals (owner);

CREATE TRIGGER balance_audit AFTER UPDATE OF balance ON public.accounts FOR EACH ROW WHEN ((old.balance <> new.balance))
  EXECUTE FUNCTION public.audit();

CREATE RULE no_delete AS
    ON DELETE TO public.accounts
   WHERE (old.balance > (0)::numeric) DO INSTEAD NOTHING;

-- The policy own_account decides which rows of public.accounts app may SELECT.
CREATE POLICY own_account ON public.accounts
  FOR SELECT
  TO app
  USING (((owner)::text = CURRENT_USER));

COMMENT ON VIEW public.rich IS 'not everybody';

GRANT SELECT ON TABLE public.totals TO reader;

GRANT SELECT ON TABLE public.rich TO reader;
