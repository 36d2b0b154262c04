ALTER TYPE public.role RENAME VALUE 'user' TO 'member';

ALTER TYPE public.role ADD VALUE 'guest' BEFORE 'member';

ALTER TYPE public.role ADD VALUE 'owner' AFTER 'member';

ALTER TABLE public.logins ALTER COLUMN role SET DEFAULT 'guest'::public.role;

-- down

BEGIN;

ALTER TABLE public.logins ALTER COLUMN role DROP DEFAULT;

-- The enum public.role loses the values 'guest', 'owner'.
-- The migration fails where a column of type public.role still holds the values 'guest', 'owner'. Give these rows another value first.
ALTER TYPE public.role RENAME TO role_plumb_old;

CREATE TYPE public.role AS ENUM (
  'member',
  'admin'
);

-- public.logins is written anew while nobody can read or write it: role moves to the new type public.role.
ALTER TABLE public.logins ALTER COLUMN role TYPE public.role USING role::text::public.role;

ALTER TABLE public.logins ALTER COLUMN role SET DEFAULT 'member'::public.role;

DROP TYPE public.role_plumb_old;

COMMIT;

ALTER TYPE public.role RENAME VALUE 'member' TO 'user';
