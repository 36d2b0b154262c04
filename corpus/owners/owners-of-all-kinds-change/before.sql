CREATE SCHEMA app;
CREATE SEQUENCE app.free_seq;
CREATE TABLE app.t (id serial PRIMARY KEY, x int GENERATED ALWAYS AS IDENTITY);
CREATE VIEW app.v AS SELECT id FROM app.t;
CREATE MATERIALIZED VIEW app.m AS SELECT id FROM app.t;
CREATE FUNCTION app.f(int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;
CREATE PROCEDURE app.p() LANGUAGE sql AS $$ SELECT 1 $$;
CREATE AGGREGATE app.agg(int) (SFUNC = int4larger, STYPE = int);
CREATE TYPE app.mood AS ENUM ('a');
CREATE TYPE app.pair AS (a int);
CREATE TYPE app.fr AS RANGE (subtype = float8);
CREATE DOMAIN app.pos AS int;
CREATE COLLATION app.c (provider = icu, locale = 'de');
CREATE STATISTICS app.s ON id, x FROM app.t;
CREATE TEXT SEARCH CONFIGURATION app.ts (COPY = simple);
CREATE PUBLICATION pub FOR TABLE app.t;

ALTER VIEW app.v OWNER TO reader;
