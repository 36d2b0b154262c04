-- public.members.invited_by changes from integer to bigint in steps: invited_by_plumb_new takes its place when it is filled.
ALTER TABLE public.members ADD COLUMN invited_by_plumb_new bigint;

-- What is written to invited_by from now on is written to invited_by_plumb_new as well.
CREATE FUNCTION public.members_invited_by_plumb_write() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW.invited_by_plumb_new := NEW.invited_by;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_invited_by_plumb_write BEFORE INSERT OR UPDATE ON public.members
  FOR EACH ROW EXECUTE FUNCTION public.members_invited_by_plumb_write();

ALTER TABLE public.members ENABLE ALWAYS TRIGGER zz_invited_by_plumb_write;

-- Rows that were there before get their values.
UPDATE public.members SET invited_by_plumb_new = invited_by WHERE invited_by IS NOT NULL AND invited_by_plumb_new IS NULL;

ANALYZE public.members (invited_by_plumb_new);

-- public.members.team changes from integer to bigint in steps: team_plumb_new takes its place when it is filled.
ALTER TABLE public.members ADD COLUMN team_plumb_new bigint;

-- What is written to team from now on is written to team_plumb_new as well.
CREATE FUNCTION public.members_team_plumb_write() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW.team_plumb_new := NEW.team;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_team_plumb_write BEFORE INSERT OR UPDATE ON public.members
  FOR EACH ROW EXECUTE FUNCTION public.members_team_plumb_write();

ALTER TABLE public.members ENABLE ALWAYS TRIGGER zz_team_plumb_write;

-- Rows that were there before get their values.
UPDATE public.members SET team_plumb_new = team WHERE team IS NOT NULL AND team_plumb_new IS NULL;

ALTER TABLE public.members ADD CONSTRAINT members_team_not_null_plumb_new NOT NULL team_plumb_new NOT VALID;

ALTER TABLE public.members VALIDATE CONSTRAINT members_team_not_null_plumb_new;

ANALYZE public.members (team_plumb_new);

-- public.teams.id changes from integer to bigint in steps: id_plumb_new takes its place when it is filled.
ALTER TABLE public.teams ADD COLUMN id_plumb_new bigint;

-- What is written to id from now on is written to id_plumb_new as well.
CREATE FUNCTION public.teams_id_plumb_write() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW.id_plumb_new := NEW.id;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_id_plumb_write BEFORE INSERT OR UPDATE ON public.teams
  FOR EACH ROW EXECUTE FUNCTION public.teams_id_plumb_write();

ALTER TABLE public.teams ENABLE ALWAYS TRIGGER zz_id_plumb_write;

-- Rows that were there before get their values.
UPDATE public.teams SET id_plumb_new = id WHERE id IS NOT NULL AND id_plumb_new IS NULL;

ALTER TABLE public.teams ADD CONSTRAINT teams_id_not_null_plumb_new NOT NULL id_plumb_new NOT VALID;

ALTER TABLE public.teams VALIDATE CONSTRAINT teams_id_not_null_plumb_new;

ANALYZE public.teams (id_plumb_new);

-- public.teams.parent changes from integer to bigint in steps: parent_plumb_new takes its place when it is filled.
ALTER TABLE public.teams ADD COLUMN parent_plumb_new bigint;

-- What is written to parent from now on is written to parent_plumb_new as well.
CREATE FUNCTION public.teams_parent_plumb_write() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW.parent_plumb_new := NEW.parent;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_parent_plumb_write BEFORE INSERT OR UPDATE ON public.teams
  FOR EACH ROW EXECUTE FUNCTION public.teams_parent_plumb_write();

ALTER TABLE public.teams ENABLE ALWAYS TRIGGER zz_parent_plumb_write;

-- Rows that were there before get their values.
UPDATE public.teams SET parent_plumb_new = parent WHERE parent IS NOT NULL AND parent_plumb_new IS NULL;

ANALYZE public.teams (parent_plumb_new);

-- Reads public.members twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.members have the same (team_plumb_new, person). To find them: SELECT team_plumb_new, person, count(*) FROM public.members GROUP BY team_plumb_new, person HAVING count(*) > 1. An invalid index members_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY members_pkey_plumb_new ON public.members (team_plumb_new, person);

-- Reads public.teams twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.teams have the same (id_plumb_new). To find them: SELECT id_plumb_new, count(*) FROM public.teams GROUP BY id_plumb_new HAVING count(*) > 1. An invalid index teams_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY teams_pkey_plumb_new ON public.teams (id_plumb_new);

BEGIN;

ALTER TABLE public.members ADD CONSTRAINT members_invited_by_fkey_plumb_new FOREIGN KEY (invited_by_plumb_new) REFERENCES public.teams (id_plumb_new) ON DELETE SET NULL DEFERRABLE NOT VALID;

ALTER TABLE public.members ADD CONSTRAINT members_team_fkey_plumb_new FOREIGN KEY (team_plumb_new) REFERENCES public.teams (id_plumb_new) ON DELETE CASCADE NOT VALID;

ALTER TABLE public.teams ADD CONSTRAINT teams_parent_fkey_plumb_new FOREIGN KEY (parent_plumb_new) REFERENCES public.teams (id_plumb_new) NOT VALID;

COMMIT;

-- Reads all of public.members while others go on reading and writing it.
-- Fails if rows of public.members refer to nothing by members_invited_by_fkey_plumb_new. To find them: SELECT * FROM public.members AS c WHERE c.invited_by_plumb_new IS NOT NULL AND NOT EXISTS (SELECT FROM public.teams AS p WHERE p.id_plumb_new = c.invited_by_plumb_new)
ALTER TABLE public.members VALIDATE CONSTRAINT members_invited_by_fkey_plumb_new;

-- Reads all of public.members while others go on reading and writing it.
-- Fails if rows of public.members refer to nothing by members_team_fkey_plumb_new. To find them: SELECT * FROM public.members AS c WHERE c.team_plumb_new IS NOT NULL AND NOT EXISTS (SELECT FROM public.teams AS p WHERE p.id_plumb_new = c.team_plumb_new)
ALTER TABLE public.members VALIDATE CONSTRAINT members_team_fkey_plumb_new;

-- Reads all of public.teams while others go on reading and writing it.
-- Fails if rows of public.teams refer to nothing by teams_parent_fkey_plumb_new. To find them: SELECT * FROM public.teams AS c WHERE c.parent_plumb_new IS NOT NULL AND NOT EXISTS (SELECT FROM public.teams AS p WHERE p.id_plumb_new = c.parent_plumb_new)
ALTER TABLE public.teams VALIDATE CONSTRAINT teams_parent_fkey_plumb_new;

-- Reads public.members twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY members_person_plumb_new ON public.members (person) INCLUDE (team_plumb_new);

BEGIN;

DROP VIEW public.sizes;

ALTER TABLE public.members DROP CONSTRAINT members_invited_by_fkey;

ALTER TABLE public.members RENAME CONSTRAINT members_invited_by_fkey_plumb_new TO members_invited_by_fkey;

DROP TRIGGER zz_invited_by_plumb_write ON public.members;

DROP FUNCTION public.members_invited_by_plumb_write();

-- From here on invited_by stands behind the other columns of public.members.
ALTER TABLE public.members DROP COLUMN invited_by;

ALTER TABLE public.members RENAME COLUMN invited_by_plumb_new TO invited_by;

ALTER TABLE public.members DROP CONSTRAINT members_pkey, ADD CONSTRAINT members_pkey PRIMARY KEY USING INDEX members_pkey_plumb_new;

ALTER TABLE public.members DROP CONSTRAINT members_team_fkey;

ALTER TABLE public.members RENAME CONSTRAINT members_team_fkey_plumb_new TO members_team_fkey;

ALTER TABLE public.teams DROP CONSTRAINT teams_parent_fkey;

ALTER TABLE public.teams RENAME CONSTRAINT teams_parent_fkey_plumb_new TO teams_parent_fkey;

DROP TRIGGER zz_parent_plumb_write ON public.teams;

DROP FUNCTION public.teams_parent_plumb_write();

-- From here on parent stands behind the other columns of public.teams.
ALTER TABLE public.teams DROP COLUMN parent;

ALTER TABLE public.teams RENAME COLUMN parent_plumb_new TO parent;

ALTER TABLE public.teams DROP CONSTRAINT teams_pkey, ADD CONSTRAINT teams_pkey PRIMARY KEY USING INDEX teams_pkey_plumb_new;

DROP TRIGGER zz_id_plumb_write ON public.teams;

DROP FUNCTION public.teams_id_plumb_write();

ALTER TABLE public.teams ALTER COLUMN id_plumb_new ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.teams_id_seq_plumb_new);

SELECT setval('public.teams_id_seq_plumb_new', last_value, is_called) FROM public.teams_id_seq;

-- From here on id stands behind the other columns of public.teams.
ALTER TABLE public.teams DROP COLUMN id;

ALTER TABLE public.teams RENAME COLUMN id_plumb_new TO id;

ALTER TABLE public.teams RENAME CONSTRAINT teams_id_not_null_plumb_new TO teams_id_not_null;

ALTER SEQUENCE public.teams_id_seq_plumb_new RENAME TO teams_id_seq;

DROP INDEX public.members_person;

ALTER INDEX public.members_person_plumb_new RENAME TO members_person;

DROP TRIGGER zz_team_plumb_write ON public.members;

DROP FUNCTION public.members_team_plumb_write();

-- From here on team stands behind the other columns of public.members.
ALTER TABLE public.members DROP COLUMN team;

ALTER TABLE public.members RENAME COLUMN team_plumb_new TO team;

ALTER TABLE public.members RENAME CONSTRAINT members_team_not_null_plumb_new TO members_team_not_null;

CREATE VIEW public.sizes AS
SELECT teams.name,
    count(*) AS members
   FROM (public.teams
     JOIN public.members ON ((members.team = teams.id)))
  GROUP BY teams.name;

COMMIT;

-- down

-- public.members.invited_by changes from bigint to integer in steps: invited_by_plumb_new takes its place when it is filled.
ALTER TABLE public.members ADD COLUMN invited_by_plumb_new integer;

-- What is written to invited_by from now on is written to invited_by_plumb_new as well, and refused where it has no value there.
CREATE FUNCTION public.members_invited_by_plumb_write() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW.invited_by_plumb_new := NEW.invited_by;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_invited_by_plumb_write BEFORE INSERT OR UPDATE ON public.members
  FOR EACH ROW EXECUTE FUNCTION public.members_invited_by_plumb_write();

ALTER TABLE public.members ENABLE ALWAYS TRIGGER zz_invited_by_plumb_write;

-- Rows that were there before get their values.
-- public.members.invited_by can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.members.invited_by holds a value that can't be converted to integer.
UPDATE public.members SET invited_by_plumb_new = invited_by WHERE invited_by IS NOT NULL AND invited_by_plumb_new IS NULL;

ANALYZE public.members (invited_by_plumb_new);

-- public.members.team changes from bigint to integer in steps: team_plumb_new takes its place when it is filled.
ALTER TABLE public.members ADD COLUMN team_plumb_new integer;

-- What is written to team from now on is written to team_plumb_new as well, and refused where it has no value there.
CREATE FUNCTION public.members_team_plumb_write() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW.team_plumb_new := NEW.team;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_team_plumb_write BEFORE INSERT OR UPDATE ON public.members
  FOR EACH ROW EXECUTE FUNCTION public.members_team_plumb_write();

ALTER TABLE public.members ENABLE ALWAYS TRIGGER zz_team_plumb_write;

-- Rows that were there before get their values.
-- public.members.team can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.members.team holds a value that can't be converted to integer.
UPDATE public.members SET team_plumb_new = team WHERE team IS NOT NULL AND team_plumb_new IS NULL;

ALTER TABLE public.members ADD CONSTRAINT members_team_not_null_plumb_new NOT NULL team_plumb_new NOT VALID;

ALTER TABLE public.members VALIDATE CONSTRAINT members_team_not_null_plumb_new;

ANALYZE public.members (team_plumb_new);

-- public.teams.id changes from bigint to integer in steps: id_plumb_new takes its place when it is filled.
ALTER TABLE public.teams ADD COLUMN id_plumb_new integer;

-- What is written to id from now on is written to id_plumb_new as well, and refused where it has no value there.
CREATE FUNCTION public.teams_id_plumb_write() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW.id_plumb_new := NEW.id;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_id_plumb_write BEFORE INSERT OR UPDATE ON public.teams
  FOR EACH ROW EXECUTE FUNCTION public.teams_id_plumb_write();

ALTER TABLE public.teams ENABLE ALWAYS TRIGGER zz_id_plumb_write;

-- Rows that were there before get their values.
-- public.teams.id can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.teams.id holds a value that can't be converted to integer.
UPDATE public.teams SET id_plumb_new = id WHERE id IS NOT NULL AND id_plumb_new IS NULL;

ALTER TABLE public.teams ADD CONSTRAINT teams_id_not_null_plumb_new NOT NULL id_plumb_new NOT VALID;

ALTER TABLE public.teams VALIDATE CONSTRAINT teams_id_not_null_plumb_new;

ANALYZE public.teams (id_plumb_new);

-- public.teams.parent changes from bigint to integer in steps: parent_plumb_new takes its place when it is filled.
ALTER TABLE public.teams ADD COLUMN parent_plumb_new integer;

-- What is written to parent from now on is written to parent_plumb_new as well, and refused where it has no value there.
CREATE FUNCTION public.teams_parent_plumb_write() RETURNS trigger
LANGUAGE plpgsql
AS $plumb$
BEGIN
  NEW.parent_plumb_new := NEW.parent;
  RETURN NEW;
END
$plumb$;

CREATE TRIGGER zz_parent_plumb_write BEFORE INSERT OR UPDATE ON public.teams
  FOR EACH ROW EXECUTE FUNCTION public.teams_parent_plumb_write();

ALTER TABLE public.teams ENABLE ALWAYS TRIGGER zz_parent_plumb_write;

-- Rows that were there before get their values.
-- public.teams.parent can hold less as integer than as bigint: what doesn't fit is cut off, or refused.
-- The migration fails where public.teams.parent holds a value that can't be converted to integer.
UPDATE public.teams SET parent_plumb_new = parent WHERE parent IS NOT NULL AND parent_plumb_new IS NULL;

ANALYZE public.teams (parent_plumb_new);

-- Reads public.members twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.members have the same (team_plumb_new, person). To find them: SELECT team_plumb_new, person, count(*) FROM public.members GROUP BY team_plumb_new, person HAVING count(*) > 1. An invalid index members_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY members_pkey_plumb_new ON public.members (team_plumb_new, person);

-- Reads public.teams twice while others go on reading and writing it, and waits for transactions that are older.
-- Fails if rows of public.teams have the same (id_plumb_new). To find them: SELECT id_plumb_new, count(*) FROM public.teams GROUP BY id_plumb_new HAVING count(*) > 1. An invalid index teams_pkey_plumb_new is left then, to be dropped before the next try.
CREATE UNIQUE INDEX CONCURRENTLY teams_pkey_plumb_new ON public.teams (id_plumb_new);

BEGIN;

ALTER TABLE public.members ADD CONSTRAINT members_invited_by_fkey_plumb_new FOREIGN KEY (invited_by_plumb_new) REFERENCES public.teams (id_plumb_new) ON DELETE SET NULL DEFERRABLE NOT VALID;

ALTER TABLE public.members ADD CONSTRAINT members_team_fkey_plumb_new FOREIGN KEY (team_plumb_new) REFERENCES public.teams (id_plumb_new) ON DELETE CASCADE NOT VALID;

ALTER TABLE public.teams ADD CONSTRAINT teams_parent_fkey_plumb_new FOREIGN KEY (parent_plumb_new) REFERENCES public.teams (id_plumb_new) NOT VALID;

COMMIT;

-- Reads all of public.members while others go on reading and writing it.
-- Fails if rows of public.members refer to nothing by members_invited_by_fkey_plumb_new. To find them: SELECT * FROM public.members AS c WHERE c.invited_by_plumb_new IS NOT NULL AND NOT EXISTS (SELECT FROM public.teams AS p WHERE p.id_plumb_new = c.invited_by_plumb_new)
ALTER TABLE public.members VALIDATE CONSTRAINT members_invited_by_fkey_plumb_new;

-- Reads all of public.members while others go on reading and writing it.
-- Fails if rows of public.members refer to nothing by members_team_fkey_plumb_new. To find them: SELECT * FROM public.members AS c WHERE c.team_plumb_new IS NOT NULL AND NOT EXISTS (SELECT FROM public.teams AS p WHERE p.id_plumb_new = c.team_plumb_new)
ALTER TABLE public.members VALIDATE CONSTRAINT members_team_fkey_plumb_new;

-- Reads all of public.teams while others go on reading and writing it.
-- Fails if rows of public.teams refer to nothing by teams_parent_fkey_plumb_new. To find them: SELECT * FROM public.teams AS c WHERE c.parent_plumb_new IS NOT NULL AND NOT EXISTS (SELECT FROM public.teams AS p WHERE p.id_plumb_new = c.parent_plumb_new)
ALTER TABLE public.teams VALIDATE CONSTRAINT teams_parent_fkey_plumb_new;

-- Reads public.members twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY members_person_plumb_new ON public.members (person) INCLUDE (team_plumb_new);

BEGIN;

DROP VIEW public.sizes;

ALTER TABLE public.members DROP CONSTRAINT members_invited_by_fkey;

ALTER TABLE public.members RENAME CONSTRAINT members_invited_by_fkey_plumb_new TO members_invited_by_fkey;

DROP TRIGGER zz_invited_by_plumb_write ON public.members;

DROP FUNCTION public.members_invited_by_plumb_write();

-- From here on invited_by stands behind the other columns of public.members.
ALTER TABLE public.members DROP COLUMN invited_by;

ALTER TABLE public.members RENAME COLUMN invited_by_plumb_new TO invited_by;

ALTER TABLE public.members DROP CONSTRAINT members_pkey, ADD CONSTRAINT members_pkey PRIMARY KEY USING INDEX members_pkey_plumb_new;

ALTER TABLE public.members DROP CONSTRAINT members_team_fkey;

ALTER TABLE public.members RENAME CONSTRAINT members_team_fkey_plumb_new TO members_team_fkey;

ALTER TABLE public.teams DROP CONSTRAINT teams_parent_fkey;

ALTER TABLE public.teams RENAME CONSTRAINT teams_parent_fkey_plumb_new TO teams_parent_fkey;

DROP TRIGGER zz_parent_plumb_write ON public.teams;

DROP FUNCTION public.teams_parent_plumb_write();

-- From here on parent stands behind the other columns of public.teams.
ALTER TABLE public.teams DROP COLUMN parent;

ALTER TABLE public.teams RENAME COLUMN parent_plumb_new TO parent;

ALTER TABLE public.teams DROP CONSTRAINT teams_pkey, ADD CONSTRAINT teams_pkey PRIMARY KEY USING INDEX teams_pkey_plumb_new;

DROP TRIGGER zz_id_plumb_write ON public.teams;

DROP FUNCTION public.teams_id_plumb_write();

ALTER TABLE public.teams ALTER COLUMN id_plumb_new ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.teams_id_seq_plumb_new);

SELECT setval('public.teams_id_seq_plumb_new', last_value, is_called) FROM public.teams_id_seq;

-- From here on id stands behind the other columns of public.teams.
ALTER TABLE public.teams DROP COLUMN id;

ALTER TABLE public.teams RENAME COLUMN id_plumb_new TO id;

ALTER TABLE public.teams RENAME CONSTRAINT teams_id_not_null_plumb_new TO teams_id_not_null;

ALTER SEQUENCE public.teams_id_seq_plumb_new RENAME TO teams_id_seq;

DROP INDEX public.members_person;

ALTER INDEX public.members_person_plumb_new RENAME TO members_person;

DROP TRIGGER zz_team_plumb_write ON public.members;

DROP FUNCTION public.members_team_plumb_write();

-- From here on team stands behind the other columns of public.members.
ALTER TABLE public.members DROP COLUMN team;

ALTER TABLE public.members RENAME COLUMN team_plumb_new TO team;

ALTER TABLE public.members RENAME CONSTRAINT members_team_not_null_plumb_new TO members_team_not_null;

CREATE VIEW public.sizes AS
SELECT teams.name,
    count(*) AS members
   FROM (public.teams
     JOIN public.members ON ((members.team = teams.id)))
  GROUP BY teams.name;

COMMIT;
