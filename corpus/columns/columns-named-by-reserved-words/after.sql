CREATE TABLE "order" (
  "select" bigint PRIMARY KEY,
  "from" text NOT NULL,
  "table" text DEFAULT 'y' NOT NULL,
  "Group By" int CHECK ("Group By" > 1),
  "quote""d" varchar(10),
  "dot.ted" text COLLATE "C",
  "größe" int
);
CREATE INDEX "order.idx" ON "order" ("Group By", "dot.ted") INCLUDE ("größe");
CREATE VIEW "all" AS SELECT "select", "from", "größe" FROM "order";
