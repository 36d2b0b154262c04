ALTER TABLE public.base ADD COLUMN b text;

DROP VIEW public.v_json;

DROP FUNCTION public.to_json(public.v);

DROP VIEW public.v;

-- public.base is written anew while nobody can read or write it: public.base.a changes from integer to bigint.
ALTER TABLE public.base ALTER COLUMN a TYPE bigint;

CREATE VIEW public.v AS
SELECT id,
    b,
    a
   FROM public.base;

CREATE FUNCTION public.to_json(r public.v)
  RETURNS json
  LANGUAGE sql STABLE
AS $function$ SELECT row_to_json(r) $function$;

CREATE OR REPLACE FUNCTION public.v_insert()
  RETURNS trigger
  LANGUAGE plpgsql
AS $function$ DECLARE r v; BEGIN r := NEW; INSERT INTO base VALUES (r.id, r.a, r.b); RETURN r; END $function$;

CREATE VIEW public.v_json AS
SELECT public.to_json(v.*) AS j
   FROM public.v;

CREATE TRIGGER v_insert INSTEAD OF INSERT ON public.v FOR EACH ROW
  EXECUTE FUNCTION public.v_insert();

-- down

BEGIN;

DROP VIEW public.v_json;

DROP FUNCTION public.to_json(public.v);

DROP VIEW public.v;

-- public.base is written anew while nobody can read or write it: public.base.a changes from bigint to integer.
-- public.base.a can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.base.a holds a value that can't be converted to integer.
ALTER TABLE public.base ALTER COLUMN a TYPE integer;

CREATE VIEW public.v AS
SELECT id,
    a
   FROM public.base;

CREATE FUNCTION public.to_json(r public.v)
  RETURNS json
  LANGUAGE sql STABLE
AS $function$ SELECT row_to_json(r) $function$;

CREATE VIEW public.v_json AS
SELECT public.to_json(v.*) AS j
   FROM public.v;

CREATE TRIGGER v_insert INSTEAD OF INSERT ON public.v FOR EACH ROW
  EXECUTE FUNCTION public.v_insert();

-- The column public.base.b is dropped with all that it holds.
ALTER TABLE public.base DROP COLUMN b;

COMMIT;

CREATE OR REPLACE FUNCTION public.v_insert()
  RETURNS trigger
  LANGUAGE plpgsql
AS $function$ DECLARE r v; BEGIN r := NEW; INSERT INTO base VALUES (r.id, r.a); RETURN r; END $function$;
