DROP TRIGGER t1 ON public.a;

DROP TRIGGER t2 ON public.b;

DROP FUNCTION public.f();

-- The column public.b.x is dropped with all that it holds.
ALTER TABLE public.b DROP COLUMN x;

-- down

ALTER TABLE public.b ADD COLUMN x integer;

CREATE FUNCTION public.f()
  RETURNS trigger
  LANGUAGE plpgsql
AS $function$ BEGIN RETURN NEW; END $function$;

CREATE TRIGGER t1 BEFORE INSERT ON public.a FOR EACH ROW
  EXECUTE FUNCTION public.f();

CREATE TRIGGER t2 BEFORE UPDATE OF x ON public.b FOR EACH ROW
  EXECUTE FUNCTION public.f();
