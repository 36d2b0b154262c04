DROP VIEW public.v;

CREATE VIEW public.v AS
SELECT b,
    id,
    a
   FROM public.t;

REVOKE SELECT ON TABLE public.v FROM anon;

GRANT SELECT ON TABLE public.v TO reader;

-- down

DROP VIEW public.v;

CREATE VIEW public.v AS
SELECT id,
    a
   FROM public.t;

REVOKE SELECT ON TABLE public.v FROM anon;

GRANT SELECT ON TABLE public.v TO reader;
