BEGIN;

CREATE FUNCTION public.text_ok(c text)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT length(c) > 0 $function$;

CREATE DOMAIN public.code AS text
  CONSTRAINT not_empty CHECK (public.text_ok(VALUE));

-- Every row of public.t is checked against public.code while nobody can read or write the table.
-- The migration fails where public.t.code holds a value that can't be converted to public.code.
ALTER TABLE public.t ALTER COLUMN code TYPE public.code;

CREATE FUNCTION public.code_ok(c public.code)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT length(c) < 10 $function$;

CREATE VIEW public.v AS
SELECT id,
    public.code_ok(code) AS ok
   FROM public.t;

ALTER TABLE public.t ADD CONSTRAINT short CHECK (public.code_ok(code)) NOT VALID;

COMMIT;

-- Reads all of public.t while others go on reading and writing it.
-- Fails if rows of public.t break short. To find them: SELECT * FROM public.t WHERE NOT (public.code_ok(code))
ALTER TABLE public.t VALIDATE CONSTRAINT short;

-- down

ALTER TABLE public.t DROP CONSTRAINT short;

DROP VIEW public.v;

ALTER TABLE public.t ALTER COLUMN code TYPE text;

DROP FUNCTION public.code_ok(public.code);

DROP DOMAIN public.code;

DROP FUNCTION public.text_ok(text);
