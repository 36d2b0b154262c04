CREATE SCHEMA billing;

-- Whatever still says public.invoices fails from here on: it is called billing.invoices.
ALTER TABLE public.invoices SET SCHEMA billing;

-- down

-- Whatever still says billing.invoices fails from here on: it is called public.invoices.
ALTER TABLE billing.invoices SET SCHEMA public;

DROP SCHEMA billing;
