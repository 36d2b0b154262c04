DROP VIEW "My App"."Order's ""best""";

CREATE VIEW "My App"."Order's ""best""" AS
SELECT id,
    "select" AS "where",
    "Total €" AS "from"
   FROM "My App"."Order";

COMMENT ON COLUMN "My App"."Order's ""best"""."from" IS E'It''s a \\ backslash';

GRANT SELECT ("from") ON TABLE "My App"."Order's ""best""" TO "Report User";

-- down

DROP VIEW "My App"."Order's ""best""";

CREATE VIEW "My App"."Order's ""best""" AS
SELECT id,
    "Total €" AS "from"
   FROM "My App"."Order";

COMMENT ON COLUMN "My App"."Order's ""best"""."from" IS E'It''s a \\ backslash';

GRANT SELECT ("from") ON TABLE "My App"."Order's ""best""" TO "Report User";
