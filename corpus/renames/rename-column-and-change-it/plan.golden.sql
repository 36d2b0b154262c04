-- Whatever still says public.users.name fails from here on: it is called public.users.display_name.
ALTER TABLE public.users RENAME COLUMN name TO display_name;

BEGIN;

DROP VIEW public.names;

ALTER TABLE public.users ALTER COLUMN display_name TYPE text;

ALTER TABLE public.users ADD CONSTRAINT users_display_name_not_null NOT NULL display_name NOT VALID;

COMMIT;

-- The migration fails where public.users.display_name is NULL. Give these rows a value first.
ALTER TABLE public.users VALIDATE CONSTRAINT users_display_name_not_null;

BEGIN;

ALTER TABLE public.users ALTER COLUMN display_name SET DEFAULT 'nobody'::text;

CREATE VIEW public.names AS
SELECT display_name
   FROM public.users;

COMMIT;

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.users have the same (display_name). To find them: SELECT display_name, count(*) FROM public.users GROUP BY display_name HAVING count(*) > 1. An invalid index users_display_name is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY users_display_name ON public.users (display_name);

-- down

BEGIN;

DROP VIEW public.names;

ALTER TABLE public.users ALTER COLUMN display_name DROP DEFAULT;

COMMIT;

DROP INDEX CONCURRENTLY public.users_display_name;

BEGIN;

ALTER TABLE public.users ALTER COLUMN display_name DROP NOT NULL;

-- public.users is written anew while nobody can read or write it: public.users.display_name changes from text to character varying(50).
-- public.users.display_name can hold less as character varying(50) than as text: what doesn't fit is cut off, or refused.
-- The migration fails where public.users.display_name holds a value that can't be converted to character varying(50).
ALTER TABLE public.users ALTER COLUMN display_name TYPE character varying(50);

CREATE VIEW public.names AS
SELECT display_name AS name
   FROM public.users;

COMMIT;

-- Whatever still says public.users.display_name fails from here on: it is called public.users.name.
ALTER TABLE public.users RENAME COLUMN display_name TO name;
