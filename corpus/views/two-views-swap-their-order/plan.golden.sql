CREATE OR REPLACE VIEW public.b AS
SELECT id,
    x
   FROM public.t
  WHERE (x > 0);

CREATE OR REPLACE VIEW public.a AS
SELECT id,
    x
   FROM public.b
  WHERE (x < 10);

-- down

CREATE OR REPLACE VIEW public.a AS
SELECT id,
    x
   FROM public.t
  WHERE (x > 0);

CREATE OR REPLACE VIEW public.b AS
SELECT id,
    x
   FROM public.a
  WHERE (x < 10);
