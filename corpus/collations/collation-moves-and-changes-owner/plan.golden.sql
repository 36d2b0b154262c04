BEGIN;

CREATE SCHEMA i18n;

ALTER COLLATION public.nat SET SCHEMA i18n;

COMMIT;

-- The owner of COLLATION i18n.nat changes: who could change it, and whose rights it runs with.
ALTER COLLATION i18n.nat OWNER TO app_owner;

-- down

-- The owner of COLLATION i18n.nat changes: who could change it, and whose rights it runs with.
ALTER COLLATION i18n.nat OWNER TO CURRENT_USER;

BEGIN;

ALTER COLLATION i18n.nat SET SCHEMA public;

DROP SCHEMA i18n;

COMMIT;
