-- The owner of AGGREGATE app.agg(integer) changes: who could change it, and whose rights it runs with.
ALTER AGGREGATE app.agg(integer) OWNER TO app_owner;

-- The owner of COLLATION app.c changes: who could change it, and whose rights it runs with.
ALTER COLLATION app.c OWNER TO app_owner;

-- The owner of TYPE app.pair changes: who could change it, and whose rights it runs with.
ALTER TYPE app.pair OWNER TO app_owner;

-- The owner of DOMAIN app.pos changes: who could change it, and whose rights it runs with.
ALTER DOMAIN app.pos OWNER TO app_owner;

-- The owner of TYPE app.mood changes: who could change it, and whose rights it runs with.
ALTER TYPE app.mood OWNER TO app_owner;

-- The owner of FUNCTION app.f(integer) changes: who could change it, and whose rights it runs with.
ALTER FUNCTION app.f(integer) OWNER TO app_owner;

-- The owner of MATERIALIZED VIEW app.m changes: who could change it, and whose rights it runs with.
ALTER MATERIALIZED VIEW app.m OWNER TO app_owner;

-- The owner of PROCEDURE app.p() changes: who could change it, and whose rights it runs with.
ALTER PROCEDURE app.p() OWNER TO app_owner;

-- The owner of PUBLICATION pub changes: who could change it, and whose rights it runs with.
ALTER PUBLICATION pub OWNER TO app_owner;

-- The owner of TYPE app.fr changes: who could change it, and whose rights it runs with.
ALTER TYPE app.fr OWNER TO app_owner;

-- The owner of SCHEMA app changes: who could change it, and whose rights it runs with.
ALTER SCHEMA app OWNER TO app_owner;

-- The owner of SEQUENCE app.free_seq changes: who could change it, and whose rights it runs with.
ALTER SEQUENCE app.free_seq OWNER TO app_owner;

-- The owner of STATISTICS app.s changes: who could change it, and whose rights it runs with.
ALTER STATISTICS app.s OWNER TO app_owner;

-- The owner of TABLE app.t changes: who could change it, and whose rights it runs with.
ALTER TABLE app.t OWNER TO app_owner;

-- The owner of TEXT SEARCH CONFIGURATION app.ts changes: who could change it, and whose rights it runs with.
ALTER TEXT SEARCH CONFIGURATION app.ts OWNER TO app_owner;

-- The owner of VIEW app.v changes: who could change it, and whose rights it runs with.
ALTER VIEW app.v OWNER TO app_owner;

-- down

-- The owner of VIEW app.v changes: who could change it, and whose rights it runs with.
ALTER VIEW app.v OWNER TO reader;

-- The owner of AGGREGATE app.agg(integer) changes: who could change it, and whose rights it runs with.
ALTER AGGREGATE app.agg(integer) OWNER TO CURRENT_USER;

-- The owner of COLLATION app.c changes: who could change it, and whose rights it runs with.
ALTER COLLATION app.c OWNER TO CURRENT_USER;

-- The owner of TYPE app.pair changes: who could change it, and whose rights it runs with.
ALTER TYPE app.pair OWNER TO CURRENT_USER;

-- The owner of DOMAIN app.pos changes: who could change it, and whose rights it runs with.
ALTER DOMAIN app.pos OWNER TO CURRENT_USER;

-- The owner of TYPE app.mood changes: who could change it, and whose rights it runs with.
ALTER TYPE app.mood OWNER TO CURRENT_USER;

-- The owner of FUNCTION app.f(integer) changes: who could change it, and whose rights it runs with.
ALTER FUNCTION app.f(integer) OWNER TO CURRENT_USER;

-- The owner of MATERIALIZED VIEW app.m changes: who could change it, and whose rights it runs with.
ALTER MATERIALIZED VIEW app.m OWNER TO CURRENT_USER;

-- The owner of PROCEDURE app.p() changes: who could change it, and whose rights it runs with.
ALTER PROCEDURE app.p() OWNER TO CURRENT_USER;

-- The owner of PUBLICATION pub changes: who could change it, and whose rights it runs with.
ALTER PUBLICATION pub OWNER TO CURRENT_USER;

-- The owner of TYPE app.fr changes: who could change it, and whose rights it runs with.
ALTER TYPE app.fr OWNER TO CURRENT_USER;

-- The owner of SCHEMA app changes: who could change it, and whose rights it runs with.
ALTER SCHEMA app OWNER TO CURRENT_USER;

-- The owner of SEQUENCE app.free_seq changes: who could change it, and whose rights it runs with.
ALTER SEQUENCE app.free_seq OWNER TO CURRENT_USER;

-- The owner of STATISTICS app.s changes: who could change it, and whose rights it runs with.
ALTER STATISTICS app.s OWNER TO CURRENT_USER;

-- The owner of TABLE app.t changes: who could change it, and whose rights it runs with.
ALTER TABLE app.t OWNER TO CURRENT_USER;

-- The owner of TEXT SEARCH CONFIGURATION app.ts changes: who could change it, and whose rights it runs with.
ALTER TEXT SEARCH CONFIGURATION app.ts OWNER TO CURRENT_USER;
