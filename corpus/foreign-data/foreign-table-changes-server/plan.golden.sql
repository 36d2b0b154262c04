DROP VIEW public.v;

DROP FOREIGN TABLE public.f;

CREATE FOREIGN TABLE public.f (
  id integer
)
SERVER b;

CREATE VIEW public.v AS
SELECT id
   FROM public.f;

COMMENT ON FOREIGN TABLE public.f IS 'f';

-- down

DROP VIEW public.v;

DROP FOREIGN TABLE public.f;

CREATE FOREIGN TABLE public.f (
  id integer
)
SERVER a;

CREATE VIEW public.v AS
SELECT id
   FROM public.f;

COMMENT ON FOREIGN TABLE public.f IS 'f';
