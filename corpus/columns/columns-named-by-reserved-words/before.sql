CREATE TABLE "order" (
  "select" int PRIMARY KEY,
  "user" text NOT NULL,
  "table" text DEFAULT 'x',
  "Group By" int CHECK ("Group By" > 0),
  "quote""d" text,
  "dot.ted" text
);
CREATE INDEX "order.idx" ON "order" ("Group By", "dot.ted");
