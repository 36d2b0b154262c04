CREATE SCHEMA "My App";
CREATE TABLE "My App"."Order" (id int PRIMARY KEY, "Total €" numeric, "select" text);

CREATE VIEW "My App"."Order's ""best""" AS SELECT id, "select" AS "where", "Total €" AS "from" FROM "My App"."Order";
COMMENT ON COLUMN "My App"."Order's ""best"""."from" IS 'It''s a \ backslash';
GRANT SELECT ("from") ON "My App"."Order's ""best""" TO "Report User";
