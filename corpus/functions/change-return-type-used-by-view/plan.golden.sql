DROP VIEW public.invoices;

DROP FUNCTION public.gross(integer);

CREATE FUNCTION public.gross(net integer)
  RETURNS numeric
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT net * 1.19 $function$;

CREATE VIEW public.invoices AS
SELECT id,
    public.gross(net) AS gross
   FROM public.orders;

COMMENT ON VIEW public.invoices IS 'What to pay';

REVOKE EXECUTE ON FUNCTION public.gross(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION public.gross(integer) TO billing;

GRANT SELECT ON TABLE public.invoices TO billing;

-- down

DROP VIEW public.invoices;

DROP FUNCTION public.gross(integer);

CREATE FUNCTION public.gross(net integer)
  RETURNS integer
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT net * 119 / 100 $function$;

CREATE VIEW public.invoices AS
SELECT id,
    public.gross(net) AS gross
   FROM public.orders;

COMMENT ON VIEW public.invoices IS 'What to pay';

REVOKE EXECUTE ON FUNCTION public.gross(integer) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION public.gross(integer) TO billing;

GRANT SELECT ON TABLE public.invoices TO billing;
