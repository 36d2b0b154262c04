-- The table public.active_accounts is dropped with all of its rows.
DROP TABLE public.active_accounts;

CREATE VIEW public.active_accounts AS
SELECT id,
    name
   FROM public.accounts
  WHERE active;

COMMENT ON VIEW public.active_accounts IS 'always right';

-- down

DROP VIEW public.active_accounts;

CREATE TABLE public.active_accounts (
  id integer,
  name text
);

CREATE INDEX active_accounts_name ON public.active_accounts (name);

COMMENT ON TABLE public.active_accounts IS 'filled by a job';
