DROP TRIGGER watch ON public.t;

-- public.t is written anew while nobody can read or write it: public.t.price changes from integer to numeric(10,2).
-- public.t.price can hold less as numeric(10,2) than as integer: what doesn't fit is cut off, or refused.
-- The migration fails where public.t.price holds a value that can't be converted to numeric(10,2).
ALTER TABLE public.t ALTER COLUMN price TYPE numeric(10,2);

CREATE TRIGGER watch BEFORE UPDATE ON public.t FOR EACH ROW WHEN ((new.price > (old.price * (2)::numeric)))
  EXECUTE FUNCTION public.f();

ALTER TABLE public.t ENABLE ALWAYS TRIGGER watch;

-- down

DROP TRIGGER watch ON public.t;

-- public.t is written anew while nobody can read or write it: public.t.price changes from numeric(10,2) to integer.
-- public.t.price can hold less as integer than as numeric(10,2): what doesn't fit is cut off, or refused.
-- The migration fails where public.t.price holds a value that can't be converted to integer.
ALTER TABLE public.t ALTER COLUMN price TYPE integer;

CREATE TRIGGER watch BEFORE UPDATE ON public.t FOR EACH ROW WHEN ((new.price > (old.price * 2)))
  EXECUTE FUNCTION public.f();

ALTER TABLE public.t ENABLE ALWAYS TRIGGER watch;
