-- control: relocatable = false, requires = 'postgis'
CREATE TYPE raster;
CREATE FUNCTION raster_in(cstring) RETURNS raster LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textin';
CREATE FUNCTION raster_out(raster) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textout';
CREATE TYPE raster (INPUT = raster_in, OUTPUT = raster_out, ALIGNMENT = double, STORAGE = extended);
CREATE FUNCTION st_convexhull(raster) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN NULL::geometry;
CREATE FUNCTION st_envelope(raster) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN NULL::geometry;
CREATE FUNCTION st_srid(raster) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN NULL::integer;
CREATE FUNCTION st_value(rast raster, pt geometry, exclude_nodata_value boolean DEFAULT true) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN NULL::float8;
CREATE FUNCTION st_clip(rast raster, geom geometry, crop boolean) RETURNS raster LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN NULL::raster;
CREATE FUNCTION st_astiff(rast raster) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN NULL::bytea;
CREATE FUNCTION st_asbinary(raster, outasin boolean DEFAULT false) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN NULL::bytea;
