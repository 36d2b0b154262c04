BEGIN;

ALTER TABLE public.codes DROP CONSTRAINT codes_code_check;

ALTER TABLE public.codes ALTER COLUMN note DROP DEFAULT;

COMMIT;

DROP INDEX CONCURRENTLY public.codes_valid;

BEGIN;

DROP FUNCTION public.valid_code(text);

CREATE FUNCTION public.valid_code(input text)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE
RETURN (input ~ '^[a-z0-9]+$'::text);

ALTER TABLE public.codes ALTER COLUMN note SET DEFAULT (public.valid_code('x'::text))::text;

ALTER TABLE public.codes ADD CONSTRAINT codes_code_check CHECK (public.valid_code(code)) NOT VALID;

COMMIT;

-- Reads all of public.codes while others go on reading and writing it.
-- Fails if rows of public.codes break codes_code_check. To find them: SELECT * FROM public.codes WHERE NOT (public.valid_code(code))
ALTER TABLE public.codes VALIDATE CONSTRAINT codes_code_check;

-- Reads public.codes twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY codes_valid ON public.codes (public.valid_code(note)) WHERE public.valid_code(code);

-- down

BEGIN;

ALTER TABLE public.codes DROP CONSTRAINT codes_code_check;

ALTER TABLE public.codes ALTER COLUMN note DROP DEFAULT;

COMMIT;

DROP INDEX CONCURRENTLY public.codes_valid;

BEGIN;

DROP FUNCTION public.valid_code(text);

CREATE FUNCTION public.valid_code(code text)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE
RETURN (code ~ '^[a-z]+$'::text);

ALTER TABLE public.codes ALTER COLUMN note SET DEFAULT (public.valid_code('x'::text))::text;

ALTER TABLE public.codes ADD CONSTRAINT codes_code_check CHECK (public.valid_code(code)) NOT VALID;

COMMIT;

-- Reads all of public.codes while others go on reading and writing it.
-- Fails if rows of public.codes break codes_code_check. To find them: SELECT * FROM public.codes WHERE NOT (public.valid_code(code))
ALTER TABLE public.codes VALIDATE CONSTRAINT codes_code_check;

-- Reads public.codes twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY codes_valid ON public.codes (public.valid_code(note)) WHERE public.valid_code(code);
