CREATE TABLE public.invoices (
  id integer NOT NULL,
  "order" integer,
  CONSTRAINT invoices_pkey PRIMARY KEY (id),
  CONSTRAINT invoices_order_fkey FOREIGN KEY ("order") REFERENCES public.orders (id)
);

CREATE FUNCTION public.id_of(id integer)
  RETURNS integer
  LANGUAGE sql
AS $function$ SELECT id $function$;

CREATE FUNCTION public.invoice_of(o public.orders)
  RETURNS public.invoices
  LANGUAGE sql STABLE
AS $function$ SELECT * FROM invoices WHERE "order" = o.id LIMIT 1 $function$;

CREATE FUNCTION public.latest_invoices()
  RETURNS SETOF public.invoices
  LANGUAGE sql STABLE
AS $function$ SELECT * FROM invoices ORDER BY id DESC LIMIT 10 $function$;

-- down

DROP FUNCTION public.id_of(integer);

DROP FUNCTION public.invoice_of(public.orders);

DROP FUNCTION public.latest_invoices();

-- The table public.invoices is dropped with all of its rows.
DROP TABLE public.invoices;
