BEGIN;

CREATE SCHEMA billing;

CREATE SEQUENCE billing.invoice_numbers
  INCREMENT BY 10
  START WITH 1000;

CREATE FUNCTION billing.next_number(prefix text DEFAULT 'R'::text)
  RETURNS text
  LANGUAGE sql
AS $function$ SELECT prefix || nextval('billing.invoice_numbers') $function$;

ALTER TABLE public.invoices ALTER COLUMN number SET DEFAULT billing.next_number();

COMMIT;

-- Reads public.invoices twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.invoices have the same (number). To find them: SELECT number, count(*) FROM public.invoices GROUP BY number HAVING count(*) > 1. An invalid index invoices_number is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY invoices_number ON public.invoices (number);

-- Where the sequence public.invoice_seq stands is forgotten: it begins anew when it is made again.
DROP SEQUENCE public.invoice_seq;

-- down

BEGIN;

CREATE SEQUENCE public.invoice_seq
  START WITH 100;

ALTER TABLE public.invoices ALTER COLUMN number SET DEFAULT ('R'::text || nextval('public.invoice_seq'::regclass));

DROP FUNCTION billing.next_number(text);

-- Where the sequence billing.invoice_numbers stands is forgotten: it begins anew when it is made again.
DROP SEQUENCE billing.invoice_numbers;

DROP SCHEMA billing;

COMMIT;

DROP INDEX CONCURRENTLY public.invoices_number;
