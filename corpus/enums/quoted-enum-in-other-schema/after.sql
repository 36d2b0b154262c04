CREATE SCHEMA "Shop";
CREATE TYPE "Shop"."Order State" AS ENUM ('it''s new', 'back\slash', '"quoted"', 'ünïcode', '', ' ');
CREATE TABLE "Shop"."Order" (id int PRIMARY KEY, "State" "Shop"."Order State" DEFAULT 'back\slash');
