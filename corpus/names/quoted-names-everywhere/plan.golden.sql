BEGIN;

-- "My Schema"."User Table" is written anew while nobody can read or write it: "My Schema"."User Table"."e-mail" changes from text to character varying(100).
-- "My Schema"."User Table"."e-mail" can hold less as character varying(100) than as text: what doesn't fit is cut off, or refused.
-- The migration fails where "My Schema"."User Table"."e-mail" holds a value that can't be converted to character varying(100).
ALTER TABLE "My Schema"."User Table" ALTER COLUMN "e-mail" TYPE character varying(100);

ALTER TABLE "My Schema"."User Table" ADD CONSTRAINT "User Table_e-mail_not_null" NOT NULL "e-mail" NOT VALID;

ALTER TABLE "My Schema"."User Table" ADD COLUMN "Ünïcödé 💡" jsonb DEFAULT '{"a": "\\"}'::jsonb;

CREATE VIEW "My Schema"."select" AS
SELECT "ID" AS "from",
    "Ünïcödé 💡" AS "group"
   FROM "My Schema"."User Table";

CREATE FUNCTION "My Schema"."Do It!"("a b" integer DEFAULT 1, "My Schema" text DEFAULT '$$'::text)
  RETURNS integer
  LANGUAGE sql IMMUTABLE
AS $function$ SELECT "a b" $function$;

ALTER TABLE "My Schema"."User Table" ADD CONSTRAINT "positive; DROP TABLE x" CHECK ("ID" > 0) NOT VALID;

COMMIT;

-- The migration fails where "My Schema"."User Table"."e-mail" is NULL. Give these rows a value first.
ALTER TABLE "My Schema"."User Table" VALIDATE CONSTRAINT "User Table_e-mail_not_null";

BEGIN;

ALTER TABLE "My Schema"."User Table" ALTER COLUMN "e-mail" SET DEFAULT 'none; --'::character varying;

COMMENT ON COLUMN "My Schema"."User Table"."e-mail" IS E'it''s "the" \\ mail
on two lines';

GRANT SELECT ("e-mail") ON TABLE "My Schema"."User Table" TO "My Role";

COMMIT;

-- Reads all of "My Schema"."User Table" while others go on reading and writing it.
-- Fails if rows of "My Schema"."User Table" break positive; DROP TABLE x. To find them: SELECT * FROM "My Schema"."User Table" WHERE NOT ("ID" > 0)
ALTER TABLE "My Schema"."User Table" VALIDATE CONSTRAINT "positive; DROP TABLE x";

ALTER TYPE "My Schema"."Mood.Kind" ADD VALUE E'back\\slash';

ALTER TABLE "My Schema"."User Table" ALTER COLUMN mood SET DEFAULT 'say "no"'::"My Schema"."Mood.Kind";

-- Reads "My Schema"."User Table" twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY "Index of ""Users""" ON "My Schema"."User Table" ("My Schema"."Do It!"("ID"), "e-mail");

-- down

BEGIN;

-- "My Role" loses SELECT on the column "e-mail" of TABLE "My Schema"."User Table".
REVOKE SELECT ("e-mail") ON TABLE "My Schema"."User Table" FROM "My Role";

COMMENT ON COLUMN "My Schema"."User Table"."e-mail" IS NULL;

ALTER TABLE "My Schema"."User Table" DROP CONSTRAINT "positive; DROP TABLE x";

ALTER TABLE "My Schema"."User Table" ALTER COLUMN "e-mail" DROP DEFAULT;

ALTER TABLE "My Schema"."User Table" ALTER COLUMN mood DROP DEFAULT;

-- The enum "My Schema"."Mood.Kind" loses the value E'back\\slash'.
-- The migration fails where a column of type "My Schema"."Mood.Kind" still holds the value E'back\\slash'. Give these rows another value first.
ALTER TYPE "My Schema"."Mood.Kind" RENAME TO "Kind_plumb_old";

CREATE TYPE "My Schema"."Mood.Kind" AS ENUM (
  'it''s fine',
  'say "no"'
);

-- "My Schema"."User Table" is written anew while nobody can read or write it: mood moves to the new type "My Schema"."Mood.Kind".
ALTER TABLE "My Schema"."User Table" ALTER COLUMN mood TYPE "My Schema"."Mood.Kind" USING mood::text::"My Schema"."Mood.Kind";

ALTER TABLE "My Schema"."User Table" ALTER COLUMN mood SET DEFAULT 'it''s fine'::"My Schema"."Mood.Kind";

DROP TYPE "My Schema"."Kind_plumb_old";

COMMIT;

DROP INDEX CONCURRENTLY "My Schema"."Index of ""Users""";

BEGIN;

ALTER TABLE "My Schema"."User Table" ALTER COLUMN "e-mail" DROP NOT NULL;

ALTER TABLE "My Schema"."User Table" ALTER COLUMN "e-mail" TYPE text;

DROP FUNCTION "My Schema"."Do It!"(integer, text);

DROP VIEW "My Schema"."select";

-- The column "My Schema"."User Table"."Ünïcödé 💡" is dropped with all that it holds.
ALTER TABLE "My Schema"."User Table" DROP COLUMN "Ünïcödé 💡";

COMMIT;
