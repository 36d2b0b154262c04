BEGIN;

ALTER TABLE public.t DROP CONSTRAINT c;

DROP VIEW public.v;

DROP OPERATOR public.+% (integer, integer);

CREATE OPERATOR public.+% (
  FUNCTION = public.add_sat,
  LEFTARG = integer,
  RIGHTARG = integer,
  COMMUTATOR = OPERATOR(public.+%)
);

CREATE VIEW public.v AS
SELECT id,
    (x OPERATOR(public.+%) 3) AS y
   FROM public.t;

ALTER TABLE public.t ADD CONSTRAINT c CHECK ((x OPERATOR(public.+%) 1) < 100) NOT VALID;

COMMIT;

-- Reads all of public.t while others go on reading and writing it.
-- Fails if rows of public.t break c. To find them: SELECT * FROM public.t WHERE NOT ((x OPERATOR(public.+%) 1) < 100)
ALTER TABLE public.t VALIDATE CONSTRAINT c;

-- down

BEGIN;

ALTER TABLE public.t DROP CONSTRAINT c;

DROP VIEW public.v;

DROP OPERATOR public.+% (integer, integer);

CREATE OPERATOR public.+% (
  FUNCTION = public.add_mod,
  LEFTARG = integer,
  RIGHTARG = integer
);

CREATE VIEW public.v AS
SELECT id,
    (x OPERATOR(public.+%) 3) AS y
   FROM public.t;

ALTER TABLE public.t ADD CONSTRAINT c CHECK ((x OPERATOR(public.+%) 1) < 100) NOT VALID;

COMMIT;

-- Reads all of public.t while others go on reading and writing it.
-- Fails if rows of public.t break c. To find them: SELECT * FROM public.t WHERE NOT ((x OPERATOR(public.+%) 1) < 100)
ALTER TABLE public.t VALIDATE CONSTRAINT c;
