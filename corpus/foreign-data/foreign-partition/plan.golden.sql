CREATE FOREIGN TABLE public.logs_old PARTITION OF public.logs FOR VALUES FROM (MINVALUE) TO ('2024-01-01')
SERVER archive
OPTIONS (table_name 'logs');

CREATE FUNCTION public.f()
  RETURNS trigger
  LANGUAGE plpgsql
AS $function$ BEGIN RETURN NEW; END $function$;

CREATE TRIGGER guard BEFORE INSERT ON public.logs_old FOR EACH ROW
  EXECUTE FUNCTION public.f();

-- down

DROP FOREIGN TABLE public.logs_old;

DROP FUNCTION public.f();
