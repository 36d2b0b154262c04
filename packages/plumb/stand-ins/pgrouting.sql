-- control: requires = 'postgis'
CREATE FUNCTION pgr_version() RETURNS text LANGUAGE sql IMMUTABLE RETURN 'stand-in'::text;
CREATE FUNCTION pgr_dijkstra(text, bigint, bigint, directed boolean DEFAULT true, OUT seq integer, OUT path_seq integer, OUT start_vid bigint, OUT end_vid bigint, OUT node bigint, OUT edge bigint, OUT cost double precision, OUT agg_cost double precision)
RETURNS SETOF record LANGUAGE sql STRICT BEGIN ATOMIC SELECT 0, 0, 0::bigint, 0::bigint, 0::bigint, 0::bigint, 0::float8, 0::float8 WHERE false; END;
CREATE FUNCTION pgr_createtopology(edge_table text, tolerance double precision, the_geom text DEFAULT 'the_geom', id text DEFAULT 'id', source text DEFAULT 'source', target text DEFAULT 'target', rows_where text DEFAULT 'true', clean boolean DEFAULT false) RETURNS character varying LANGUAGE sql STRICT RETURN 'OK'::character varying;
