CREATE SCHEMA "My Schema";
CREATE TYPE "My Schema"."Mood.Kind" AS ENUM ('it''s fine', 'say "no"');
CREATE TABLE "My Schema"."User Table" (
  "ID" int PRIMARY KEY,
  "e-mail" text,
  "mood" "My Schema"."Mood.Kind" DEFAULT 'it''s fine'
);
