CREATE OR REPLACE TRIGGER watch BEFORE UPDATE OF a ON public.t FOR EACH ROW WHEN ((new.a > 0))
  EXECUTE FUNCTION public.f();

-- The column public.t.b is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN b;

-- down

ALTER TABLE public.t ADD COLUMN b integer;

CREATE OR REPLACE TRIGGER watch BEFORE UPDATE OF a, b ON public.t FOR EACH ROW WHEN ((new.b > 0))
  EXECUTE FUNCTION public.f();
