BEGIN;

CREATE EXTENSION unaccent SCHEMA public;

CREATE FUNCTION public.plain(t text)
  RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $function$ SELECT public.unaccent('public.unaccent'::regdictionary, t) $function$;

-- public.people is written anew while nobody can read or write it: each row gets its own value of plain_name.
ALTER TABLE public.people ADD COLUMN plain_name text GENERATED ALWAYS AS (public.plain(name)) STORED;

COMMIT;

-- Reads public.people twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY people_plain ON public.people (lower(public.plain(name)));

-- down

BEGIN;

ALTER TABLE public.people DROP COLUMN plain_name;

DROP EXTENSION unaccent;

COMMIT;

DROP INDEX CONCURRENTLY public.people_plain;

DROP FUNCTION public.plain(text);
