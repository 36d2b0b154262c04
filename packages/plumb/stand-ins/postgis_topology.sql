-- control: relocatable = false, schema = topology, requires = 'postgis'
CREATE TYPE getfaceedges_returntype AS (sequence integer, edge integer);
CREATE TYPE validatetopology_returntype AS (error character varying, id1 integer, id2 integer);
CREATE TABLE topology (id serial PRIMARY KEY, name character varying NOT NULL UNIQUE, srid integer NOT NULL, "precision" double precision NOT NULL, hasz boolean NOT NULL DEFAULT false);
CREATE TABLE layer (
  topology_id integer NOT NULL REFERENCES topology (id), layer_id integer NOT NULL, schema_name character varying NOT NULL, table_name character varying NOT NULL,
  feature_column character varying NOT NULL, feature_type integer NOT NULL, level integer NOT NULL DEFAULT 0, child_id integer,
  PRIMARY KEY (topology_id, layer_id), UNIQUE (schema_name, table_name, feature_column)
);
CREATE DOMAIN topoelement AS integer[];
CREATE DOMAIN topoelementarray AS integer[];
CREATE TYPE topogeometry AS (topology_id integer, layer_id integer, id integer, type integer);
CREATE FUNCTION createtopology(atopology character varying, srid integer DEFAULT 0, prec double precision DEFAULT 0, hasz boolean DEFAULT false) RETURNS integer LANGUAGE sql STRICT RETURN 1;
CREATE FUNCTION droptopology(atopology character varying) RETURNS text LANGUAGE sql STRICT RETURN 'stand-in'::text;
CREATE FUNCTION addtopogeometrycolumn(toponame character varying, schema character varying, tbl character varying, col character varying, ltype character varying) RETURNS integer LANGUAGE plpgsql STRICT AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I.%I ADD COLUMN %I topology.topogeometry', schema, tbl, col);
  RETURN 1;
END $$;
