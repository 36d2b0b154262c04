CREATE SCHEMA "Shop";
CREATE TYPE "Shop"."Order State" AS ENUM ('it''s new', '"quoted"', 'ünïcode', '');
CREATE TABLE "Shop"."Order" (id int PRIMARY KEY, "State" "Shop"."Order State" DEFAULT 'it''s new');
