CREATE TABLE api.also_open (
  id integer NOT NULL,
  CONSTRAINT also_open_pkey PRIMARY KEY (id)
);

CREATE TABLE api.closed (
  id serial,
  CONSTRAINT closed_pkey PRIMARY KEY (id)
);

CREATE FUNCTION api.internal()
  RETURNS integer
  LANGUAGE sql
AS $function$ SELECT 1 $function$;

CREATE VIEW api.v AS
SELECT id
   FROM api.open;

REVOKE EXECUTE ON FUNCTION api.internal() FROM PUBLIC;

REVOKE EXECUTE ON FUNCTION api.internal() FROM anon;

REVOKE SELECT ON TABLE api.closed FROM anon;

-- down

DROP VIEW api.v;

DROP FUNCTION api.internal();

-- The table api.also_open is dropped with all of its rows.
DROP TABLE api.also_open;

-- The table api.closed is dropped with all of its rows.
DROP TABLE api.closed;
