BEGIN;

CREATE OPERATOR mathx.= (
  FUNCTION = mathx.near,
  LEFTARG = double precision,
  RIGHTARG = double precision
);

CREATE OR REPLACE VIEW public.v AS
SELECT id
   FROM public.t
  WHERE (x OPERATOR(mathx.=) (1.0)::double precision);

COMMIT;

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY t_one ON public.t (id) WHERE (x OPERATOR(mathx.=) (1.0)::double precision);

-- down

CREATE OR REPLACE VIEW public.v AS
SELECT id
   FROM public.t
  WHERE (x = (1.0)::double precision);

DROP INDEX CONCURRENTLY public.t_one;

DROP OPERATOR mathx.= (double precision, double precision);
