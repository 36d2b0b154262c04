BEGIN;

CREATE TABLE public."USERS" (
  id integer NOT NULL,
  "user" integer,
  CONSTRAINT "USERS_pkey" PRIMARY KEY (id),
  CONSTRAINT "USERS_user_fkey" FOREIGN KEY ("user") REFERENCES public.users (id)
);

-- public.users is written anew while nobody can read or write it: public.users."Id" changes from integer to bigint.
ALTER TABLE public.users ALTER COLUMN "Id" TYPE bigint;

ALTER TABLE public.users ADD COLUMN "iD" text;

-- The column public.users."ID" is dropped with all that it holds.
ALTER TABLE public.users DROP COLUMN "ID";

-- The table public."Users" is dropped with all of its rows.
DROP TABLE public."Users";

COMMIT;

-- Reads public.users twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY "Users" ON public.users ("Id");

-- down

BEGIN;

ALTER TABLE public.users ADD COLUMN "ID" text;

-- The column public.users."iD" is dropped with all that it holds.
ALTER TABLE public.users DROP COLUMN "iD";

-- The table public."USERS" is dropped with all of its rows.
DROP TABLE public."USERS";

COMMIT;

DROP INDEX CONCURRENTLY public."Users";

BEGIN;

CREATE TABLE public."Users" (
  id integer NOT NULL,
  CONSTRAINT "Users_pkey" PRIMARY KEY (id)
);

-- public.users is written anew while nobody can read or write it: public.users."Id" changes from bigint to integer.
-- public.users."Id" can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.users."Id" holds a value that can't be converted to integer.
ALTER TABLE public.users ALTER COLUMN "Id" TYPE integer;

COMMIT;
