CREATE CAST (bigint AS timestamp without time zone) WITHOUT FUNCTION;

CREATE CAST (json AS bytea) WITH INOUT;

CREATE CAST (timestamp without time zone AS bigint) WITHOUT FUNCTION AS ASSIGNMENT;

-- down

DROP CAST (bigint AS timestamp without time zone);

DROP CAST (json AS bytea);

DROP CAST (timestamp without time zone AS bigint);
