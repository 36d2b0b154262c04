CREATE SCHEMA "My Schema";
CREATE TYPE "My Schema"."Mood.Kind" AS ENUM ('it''s fine', 'say "no"', 'back\slash');
CREATE FUNCTION "My Schema"."Do It!"("a b" int DEFAULT 1, "My Schema" text DEFAULT '$$') RETURNS int LANGUAGE sql IMMUTABLE AS $f$ SELECT "a b" $f$;
CREATE TABLE "My Schema"."User Table" (
  "ID" int PRIMARY KEY CONSTRAINT "positive; DROP TABLE x" CHECK ("ID" > 0),
  "e-mail" varchar(100) NOT NULL DEFAULT 'none; --',
  "mood" "My Schema"."Mood.Kind" DEFAULT 'say "no"',
  "Ünïcödé 💡" jsonb DEFAULT '{"a": "\\"}'
);
CREATE INDEX "Index of ""Users""" ON "My Schema"."User Table" ("My Schema"."Do It!"("ID"), "e-mail");
CREATE VIEW "My Schema"."select" AS SELECT "ID" AS "from", "Ünïcödé 💡" AS "group" FROM "My Schema"."User Table";
COMMENT ON COLUMN "My Schema"."User Table"."e-mail" IS 'it''s "the" \ mail
on two lines';
GRANT SELECT ("e-mail") ON "My Schema"."User Table" TO "My Role";
