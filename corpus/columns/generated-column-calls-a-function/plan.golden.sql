CREATE FUNCTION public.slug(title text, separator text DEFAULT '-'::text)
  RETURNS text
  LANGUAGE sql IMMUTABLE
RETURN replace(lower(title), ' '::text, separator);

DROP INDEX CONCURRENTLY public.pages_slug;

BEGIN;

ALTER TABLE public.pages DROP COLUMN slug;

DROP FUNCTION public.slug(text);

-- public.pages is written anew while nobody can read or write it: each row gets its own value of slug.
ALTER TABLE public.pages ADD COLUMN slug text GENERATED ALWAYS AS (public.slug(title)) STORED;

COMMIT;

-- Reads public.pages twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.pages have the same (slug). To find them: SELECT slug, count(*) FROM public.pages GROUP BY slug HAVING count(*) > 1. An invalid index pages_slug is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY pages_slug ON public.pages (slug);

-- down

CREATE FUNCTION public.slug(text)
  RETURNS text
  LANGUAGE sql IMMUTABLE
RETURN lower($1);

DROP INDEX CONCURRENTLY public.pages_slug;

BEGIN;

ALTER TABLE public.pages DROP COLUMN slug;

DROP FUNCTION public.slug(text, text);

-- public.pages is written anew while nobody can read or write it: each row gets its own value of slug.
ALTER TABLE public.pages ADD COLUMN slug text GENERATED ALWAYS AS (public.slug(title)) STORED;

COMMIT;

-- Reads public.pages twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.pages have the same (slug). To find them: SELECT slug, count(*) FROM public.pages GROUP BY slug HAVING count(*) > 1. An invalid index pages_slug is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY pages_slug ON public.pages (slug);
