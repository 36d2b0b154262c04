BEGIN;

CREATE COLLATION public.german (PROVIDER = icu, LOCALE = 'de-u-co-phonebk');

CREATE COLLATION public.ignore_case (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);

CREATE COLLATION public.plain (PROVIDER = libc, LC_COLLATE = 'C', LC_CTYPE = 'POSIX');

ALTER TABLE public.people ALTER COLUMN name TYPE text COLLATE public.german;

ALTER TABLE public.people ALTER COLUMN nick TYPE text COLLATE public.ignore_case;

COMMENT ON COLLATION public.german IS 'Phone book';

COMMIT;

-- Reads public.people twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.people have the same (nick). To find them: SELECT nick, count(*) FROM public.people GROUP BY nick HAVING count(*) > 1. An invalid index people_nick_key is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY people_nick_key ON public.people (nick);

ALTER TABLE public.people ADD CONSTRAINT people_nick_key UNIQUE USING INDEX people_nick_key;

-- Reads public.people twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY people_name ON public.people (name COLLATE public.plain);

-- down

BEGIN;

ALTER TABLE public.people DROP CONSTRAINT people_nick_key;

ALTER TABLE public.people ALTER COLUMN nick TYPE text;

DROP COLLATION public.ignore_case;

COMMIT;

DROP INDEX CONCURRENTLY public.people_name;

BEGIN;

ALTER TABLE public.people ALTER COLUMN name TYPE text;

DROP COLLATION public.german;

DROP COLLATION public.plain;

COMMIT;
