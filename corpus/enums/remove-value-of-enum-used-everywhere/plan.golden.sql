BEGIN;

ALTER TYPE public.tagged RENAME TO tagged_plumb_old;

ALTER DOMAIN public.good_kind RENAME TO good_kind_plumb_old;

DROP POLICY only_a ON public.things;

ALTER TABLE public.things DROP CONSTRAINT no_b;

DROP VIEW public.a_things;

DROP FUNCTION public.kinds_of(public.kind);

ALTER TABLE public.things ALTER COLUMN kind DROP DEFAULT;

ALTER TABLE public.things ALTER COLUMN kinds DROP DEFAULT;

ALTER TABLE public.things DROP COLUMN is_a;

COMMIT;

DROP INDEX CONCURRENTLY public.things_kind;

BEGIN;

-- The enum public.kind loses the value 'old'.
-- The migration fails where a column of type public.kind still holds the value 'old'. Give these rows another value first.
ALTER TYPE public.kind RENAME TO kind_plumb_old;

CREATE TYPE public.kind AS ENUM (
  'a',
  'b'
);

CREATE TYPE public.tagged AS (
  kind public.kind,
  label text
);

CREATE FUNCTION public.tagged_plumb_old(public.tagged_plumb_old)
  RETURNS public.tagged
  LANGUAGE sql
  IMMUTABLE STRICT
AS $$ SELECT ROW(($1).kind::text::public.kind, ($1).label::text)::public.tagged $$;

CREATE CAST (public.tagged_plumb_old AS public.tagged) WITH FUNCTION public.tagged_plumb_old(public.tagged_plumb_old);

CREATE DOMAIN public.good_kind AS public.kind
  DEFAULT 'a'::public.kind
  NOT NULL
  CONSTRAINT good_kind_check CHECK ((VALUE <> 'b'::public.kind));

-- public.things is written anew while nobody can read or write it: kind moves to the new type public.kind.
ALTER TABLE public.things ALTER COLUMN kind TYPE public.kind USING kind::text::public.kind;

-- public.things is written anew while nobody can read or write it: each row gets its own value of is_a.
ALTER TABLE public.things ADD COLUMN is_a boolean GENERATED ALWAYS AS (kind = 'a'::public.kind) STORED;

-- public.things is written anew while nobody can read or write it: kinds moves to the new type public.kind.
ALTER TABLE public.things ALTER COLUMN kinds TYPE public.kind[] USING kinds::text[]::public.kind[];

-- public.things is written anew while nobody can read or write it: tag moves to the new type public.tagged.
ALTER TABLE public.things ALTER COLUMN tag TYPE public.tagged USING tag::public.tagged;

ALTER TABLE public.things ALTER COLUMN kind SET DEFAULT 'a'::public.kind;

ALTER TABLE public.things ALTER COLUMN kinds SET DEFAULT ARRAY['a'::public.kind, 'b'::public.kind];

CREATE FUNCTION public.kinds_of(k public.kind DEFAULT 'b'::public.kind)
  RETURNS SETOF public.things
  LANGUAGE sql STABLE
AS $function$ SELECT * FROM things WHERE kind = k $function$;

CREATE VIEW public.a_things AS
SELECT id,
    kind,
    kinds
   FROM public.things
  WHERE (kind = ANY (ARRAY['a'::public.kind, 'b'::public.kind]));

ALTER TABLE public.things ADD CONSTRAINT no_b CHECK ((kind <> 'b'::public.kind) OR (id > 10)) NOT VALID;

CREATE POLICY only_a ON public.things
  USING ((kind = 'a'::public.kind));

COMMIT;

-- Reads all of public.things while others go on reading and writing it.
-- Fails if rows of public.things break no_b. To find them: SELECT * FROM public.things WHERE NOT ((kind <> 'b'::public.kind) OR (id > 10))
ALTER TABLE public.things VALIDATE CONSTRAINT no_b;

-- Reads public.things twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.things have the same (kind, id). To find them: SELECT kind, id, count(*) FROM public.things WHERE (kind = 'a'::public.kind) GROUP BY kind, id HAVING count(*) > 1. An invalid index things_kind is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY things_kind ON public.things (kind, id) INCLUDE (kinds) WHERE (kind = 'a'::public.kind);

BEGIN;

DROP CAST (public.tagged_plumb_old AS public.tagged);

DROP FUNCTION public.tagged_plumb_old(public.tagged_plumb_old);

DROP TYPE public.tagged_plumb_old;

DROP DOMAIN public.good_kind_plumb_old;

DROP TYPE public.kind_plumb_old;

COMMIT;

ALTER DOMAIN public.good_kind RENAME CONSTRAINT good_kind_not_null1 TO good_kind_not_null;

-- down

ALTER DOMAIN public.good_kind DROP CONSTRAINT good_kind_check;

ALTER TYPE public.kind ADD VALUE 'old';

ALTER DOMAIN public.good_kind ADD CONSTRAINT good_kind_check CHECK ((VALUE <> 'old'::public.kind)) NOT VALID;

-- The migration fails where a column of type public.good_kind holds a value that breaks CHECK ((VALUE <> 'old'::public.kind)).
-- Every table with a column of type public.good_kind is read.
ALTER DOMAIN public.good_kind VALIDATE CONSTRAINT good_kind_check;
