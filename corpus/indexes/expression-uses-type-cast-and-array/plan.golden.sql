ALTER TYPE public.kind ADD VALUE 'c';

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY i_plumb_new ON public.t ((((j -> 'a'::text) ->> 'b'::text)), (arr[1])) WHERE ((k = 'a'::public.kind) AND (s = ANY (ARRAY['x'::text, 'y'::text])));

DROP INDEX CONCURRENTLY public.i;

ALTER INDEX public.i_plumb_new RENAME TO i;

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.t have the same ((true)). To find them: SELECT (true), count(*) FROM public.t WHERE (k = 'b'::public.kind) GROUP BY (true) HAVING count(*) > 1. An invalid index one_open is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY one_open ON public.t ((true)) WHERE (k = 'b'::public.kind);

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY parts ON public.t (date_part('year'::text, '2024-01-01 00:00:00'::timestamp without time zone), COALESCE(s, ''::text), ((id)::bigint));

-- down

DROP INDEX CONCURRENTLY public.i;

DROP INDEX CONCURRENTLY public.one_open;

BEGIN;

-- The enum public.kind loses the value 'c'.
-- The migration fails where a column of type public.kind still holds the value 'c'. Give these rows another value first.
ALTER TYPE public.kind RENAME TO kind_plumb_old;

CREATE TYPE public.kind AS ENUM (
  'a',
  'b'
);

-- public.t is written anew while nobody can read or write it: k moves to the new type public.kind.
ALTER TABLE public.t ALTER COLUMN k TYPE public.kind USING k::text::public.kind;

DROP TYPE public.kind_plumb_old;

COMMIT;

-- Reads public.t twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY i ON public.t (((j ->> 'a'::text)));

DROP INDEX CONCURRENTLY public.parts;
