-- control: requires = 'h3,postgis'
CREATE FUNCTION h3_latlng_to_cell(geometry, resolution integer) RETURNS h3index LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN NULL::h3index;
CREATE FUNCTION h3_latlng_to_cell(geography, resolution integer) RETURNS h3index LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN NULL::h3index;
CREATE FUNCTION h3_cell_to_geometry(h3index) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN NULL::geometry;
CREATE FUNCTION h3_cell_to_boundary_geometry(h3index) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN NULL::geometry;
