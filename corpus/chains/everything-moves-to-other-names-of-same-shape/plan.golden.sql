BEGIN;

ALTER TABLE public.a ADD COLUMN b integer;

ALTER TABLE public.b ADD COLUMN k public.kind;

CREATE FUNCTION public.f(x public.b)
  RETURNS public.kind
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT x.k $function$;

ALTER TABLE public.a ADD CONSTRAINT a_b_fkey FOREIGN KEY (b) REFERENCES public.b (id) NOT VALID;

COMMIT;

-- Reads all of public.a while others go on reading and writing it.
-- Fails if rows of public.a refer to nothing by a_b_fkey. To find them: SELECT * FROM public.a AS c WHERE c.b IS NOT NULL AND NOT EXISTS (SELECT FROM public.b AS p WHERE p.id = c.b)
ALTER TABLE public.a VALIDATE CONSTRAINT a_b_fkey;

BEGIN;

ALTER TABLE public.b DROP CONSTRAINT b_a_fkey;

DROP VIEW public.v;

DROP FUNCTION public.f(public.a);

CREATE VIEW public.v AS
SELECT public.f(b.*) AS k
   FROM public.b;

-- The column public.a.k is dropped with all that it holds.
ALTER TABLE public.a DROP COLUMN k;

-- The column public.b.a is dropped with all that it holds.
ALTER TABLE public.b DROP COLUMN a;

COMMIT;

-- down

BEGIN;

ALTER TABLE public.a ADD COLUMN k public.kind;

ALTER TABLE public.b ADD COLUMN a integer;

CREATE FUNCTION public.f(x public.a)
  RETURNS public.kind
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT x.k $function$;

ALTER TABLE public.b ADD CONSTRAINT b_a_fkey FOREIGN KEY (a) REFERENCES public.a (id) NOT VALID;

COMMIT;

-- Reads all of public.b while others go on reading and writing it.
-- Fails if rows of public.b refer to nothing by b_a_fkey. To find them: SELECT * FROM public.b AS c WHERE c.a IS NOT NULL AND NOT EXISTS (SELECT FROM public.a AS p WHERE p.id = c.a)
ALTER TABLE public.b VALIDATE CONSTRAINT b_a_fkey;

BEGIN;

ALTER TABLE public.a DROP CONSTRAINT a_b_fkey;

DROP VIEW public.v;

DROP FUNCTION public.f(public.b);

CREATE VIEW public.v AS
SELECT public.f(a.*) AS k
   FROM public.a;

-- The column public.a.b is dropped with all that it holds.
ALTER TABLE public.a DROP COLUMN b;

-- The column public.b.k is dropped with all that it holds.
ALTER TABLE public.b DROP COLUMN k;

COMMIT;
