ALTER TYPE "Shop"."Order State" ADD VALUE E'back\\slash' AFTER 'it''s new';

ALTER TYPE "Shop"."Order State" ADD VALUE ' ';

ALTER TABLE "Shop"."Order" ALTER COLUMN "State" SET DEFAULT 'back\slash'::"Shop"."Order State";

-- down

ALTER TABLE "Shop"."Order" ALTER COLUMN "State" DROP DEFAULT;

-- The enum "Shop"."Order State" loses the values E'back\\slash', ' '.
-- The migration fails where a column of type "Shop"."Order State" still holds the values E'back\\slash', ' '. Give these rows another value first.
ALTER TYPE "Shop"."Order State" RENAME TO "Order State_plumb_old";

CREATE TYPE "Shop"."Order State" AS ENUM (
  'it''s new',
  '"quoted"',
  'ünïcode',
  ''
);

-- "Shop"."Order" is written anew while nobody can read or write it: "State" moves to the new type "Shop"."Order State".
ALTER TABLE "Shop"."Order" ALTER COLUMN "State" TYPE "Shop"."Order State" USING "State"::text::"Shop"."Order State";

ALTER TABLE "Shop"."Order" ALTER COLUMN "State" SET DEFAULT 'it''s new'::"Shop"."Order State";

DROP TYPE "Shop"."Order State_plumb_old";
