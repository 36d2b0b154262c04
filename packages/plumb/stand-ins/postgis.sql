-- control: relocatable = false
-- Values are kept as the text that they are written as (EWKT or hexadecimal EWKB). What needs real geometry answers NULL, which
-- every CHECK lets pass.

-- Modifiers are PostGIS's own numbers. The only thing that turns a number into text of our making is an enum, so each modifier
-- that is used is a label with this number as its oid.
CREATE TYPE stand_in_modifier AS ENUM ();

CREATE FUNCTION stand_in_modifier_kinds(OUT code integer, OUT kind text) RETURNS SETOF record LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT ordinality - 1, name
  FROM unnest(ARRAY[
    'Geometry', 'Point', 'LineString', 'Polygon', 'MultiPoint', 'MultiLineString', 'MultiPolygon', 'GeometryCollection',
    'CircularString', 'CompoundCurve', 'CurvePolygon', 'MultiCurve', 'MultiSurface', 'PolyhedralSurface', 'Triangle', 'Tin'
  ]) WITH ORDINALITY AS each(name, ordinality);
END;

CREATE FUNCTION stand_in_modifier(given text[], usual_srid integer) RETURNS integer LANGUAGE plpgsql STRICT SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  words CONSTANT text[] := regexp_match(lower(replace(given[1], ' ', '')), '^(.*?)(z?)(m?)$');
  srid CONSTANT integer := coalesce(given[2]::integer, usual_srid);
  found record;
  modifier integer;
BEGIN
  SELECT code, kind INTO found FROM @extschema@.stand_in_modifier_kinds() WHERE lower(kind) = words[1];
  IF found IS NULL THEN
    RAISE invalid_parameter_value USING message = pg_catalog.format('Invalid geometry type modifier: %s', given[1]);
  END IF;
  modifier := (srid << 8) | (found.code << 2) | CASE WHEN words[2] = '' THEN 0 ELSE 2 END | CASE WHEN words[3] = '' THEN 0 ELSE 1 END;
  IF modifier = 0 THEN
    RETURN -1;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_enum WHERE oid = modifier::oid) THEN
    INSERT INTO pg_enum (oid, enumtypid, enumsortorder, enumlabel)
    VALUES (
      modifier::oid, '@extschema@.stand_in_modifier'::regtype, modifier,
      pg_catalog.format('(%s%s%s%s)', found.kind, upper(words[2]), upper(words[3]), CASE WHEN srid = 0 THEN '' ELSE ',' || srid END)
    );
  END IF;
  RETURN modifier;
END $$;

CREATE TYPE geometry;
CREATE FUNCTION geometry_in(cstring) RETURNS geometry LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textin';
CREATE FUNCTION geometry_out(geometry) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textout';
CREATE FUNCTION geometry_recv(internal) RETURNS geometry LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textrecv';
CREATE FUNCTION geometry_send(geometry) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textsend';
CREATE FUNCTION geometry_typmod_in(cstring[]) RETURNS integer LANGUAGE plpgsql STRICT AS $$ BEGIN RETURN @extschema@.stand_in_modifier($1::text[], 0); END $$;
CREATE FUNCTION geometry_typmod_out(integer) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'enum_out';
CREATE TYPE geometry (
  INPUT = geometry_in, OUTPUT = geometry_out, RECEIVE = geometry_recv, SEND = geometry_send,
  TYPMOD_IN = geometry_typmod_in, TYPMOD_OUT = geometry_typmod_out,
  DELIMITER = ':', ALIGNMENT = double, STORAGE = main
);

CREATE TYPE geography;
CREATE FUNCTION geography_in(cstring) RETURNS geography LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textin';
CREATE FUNCTION geography_out(geography) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textout';
CREATE FUNCTION geography_recv(internal) RETURNS geography LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textrecv';
CREATE FUNCTION geography_send(geography) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textsend';
CREATE FUNCTION geography_typmod_in(cstring[]) RETURNS integer LANGUAGE plpgsql STRICT AS $$ BEGIN RETURN @extschema@.stand_in_modifier($1::text[], 4326); END $$;
CREATE FUNCTION geography_typmod_out(integer) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'enum_out';
CREATE TYPE geography (
  INPUT = geography_in, OUTPUT = geography_out, RECEIVE = geography_recv, SEND = geography_send,
  TYPMOD_IN = geography_typmod_in, TYPMOD_OUT = geography_typmod_out,
  DELIMITER = ':', ALIGNMENT = double, STORAGE = main
);

DO $$
DECLARE
  kind text;
BEGIN
  FOREACH kind IN ARRAY ARRAY['box2d', 'box3d', 'spheroid'] LOOP
    EXECUTE pg_catalog.format('CREATE TYPE %s', kind);
    EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_in(cstring) RETURNS %1$s LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS ''textin''', kind);
    EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_out(%1$s) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS ''textout''', kind);
    EXECUTE pg_catalog.format('CREATE TYPE %1$s (INPUT = %1$s_in, OUTPUT = %1$s_out)', kind);
  END LOOP;
END $$;
CREATE TYPE geometry_dump AS (path integer[], geom geometry);
CREATE TYPE valid_detail AS (valid boolean, reason character varying, location geometry);

CREATE FUNCTION geometry(geometry, integer, boolean) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN $1;
CREATE FUNCTION geography(geography, integer, boolean) RETURNS geography LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN $1;
CREATE FUNCTION geometry(text) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN geometry_in($1::cstring);
CREATE FUNCTION text(geometry) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN geometry_out($1)::text;
CREATE FUNCTION geometry(bytea) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN geometry_in(encode($1, 'hex')::cstring);
CREATE FUNCTION bytea(geometry) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN convert_to(text($1), 'UTF8');
CREATE FUNCTION geography(geometry) RETURNS geography LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN geography_in(geometry_out($1));
CREATE FUNCTION geometry(geography) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN geometry_in(geography_out($1));
CREATE FUNCTION geography(bytea) RETURNS geography LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN geography_in(encode($1, 'hex')::cstring);
CREATE FUNCTION bytea(geography) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN bytea(geometry($1));
CREATE FUNCTION stand_in_number(text, integer) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (regexp_match($1, 'POINT *[ZM]* *\(' || repeat('[^ ,)]+ +', $2 - 1) || '([-+.0-9eE]+)', 'i'))[1]::float8;

-- What can be told, or made, of the text itself.
CREATE FUNCTION st_srid(geom geometry) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN text(geom) ~ '^[0-9A-Fa-f]+$' THEN NULL ELSE coalesce((regexp_match(text(geom), '^SRID=(\d+);', 'i'))[1]::integer, 0) END;
CREATE FUNCTION st_srid(geog geography) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN coalesce(nullif(st_srid(geometry(geog)), 0), 4326);
CREATE FUNCTION st_setsrid(geom geometry, srid integer) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN text(geom) ~ '^[0-9A-Fa-f]+$' THEN geom ELSE geometry('SRID=' || srid || ';' || regexp_replace(text(geom), '^SRID=\d+;', '', 'i')) END;
CREATE FUNCTION st_setsrid(geog geography, srid integer) RETURNS geography LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN geography(st_setsrid(geometry(geog), srid));
CREATE FUNCTION st_geomfromtext(text) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN geometry($1);
CREATE FUNCTION st_geomfromtext(text, integer) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN st_setsrid(geometry($1), $2);
CREATE FUNCTION st_geometryfromtext(text) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN geometry($1);
CREATE FUNCTION st_geometryfromtext(text, integer) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN st_setsrid(geometry($1), $2);
CREATE FUNCTION st_geomfromewkt(text) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN geometry($1);
CREATE FUNCTION st_geogfromtext(text) RETURNS geography LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN geography(geometry($1));
CREATE FUNCTION st_geographyfromtext(text) RETURNS geography LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN geography(geometry($1));
CREATE FUNCTION st_pointfromtext(text) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN geometry($1);
CREATE FUNCTION st_pointfromtext(text, integer) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN st_setsrid(geometry($1), $2);
CREATE FUNCTION st_makepoint(double precision, double precision) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN geometry(pg_catalog.format('POINT(%s %s)', $1, $2));
CREATE FUNCTION st_makepoint(double precision, double precision, double precision) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN geometry(pg_catalog.format('POINT Z (%s %s %s)', $1, $2, $3));
CREATE FUNCTION st_makepoint(double precision, double precision, double precision, double precision) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN geometry(pg_catalog.format('POINT ZM (%s %s %s %s)', $1, $2, $3, $4));
CREATE FUNCTION st_point(double precision, double precision) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN st_makepoint($1, $2);
CREATE FUNCTION st_point(double precision, double precision, srid integer) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN st_setsrid(st_makepoint($1, $2), srid);
CREATE FUNCTION st_makeenvelope(double precision, double precision, double precision, double precision, integer DEFAULT 0) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN st_setsrid(geometry(pg_catalog.format('POLYGON((%1$s %2$s,%1$s %4$s,%3$s %4$s,%3$s %2$s,%1$s %2$s))', $1, $2, $3, $4)), $5);
CREATE FUNCTION st_x(geometry) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN stand_in_number(text($1), 1);
CREATE FUNCTION st_y(geometry) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN stand_in_number(text($1), 2);
CREATE FUNCTION st_z(geometry) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN stand_in_number(text($1), 3);
CREATE FUNCTION st_astext(geometry) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN regexp_replace(text($1), '^SRID=\d+;', '', 'i');
CREATE FUNCTION st_astext(geometry, integer) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN st_astext($1);
CREATE FUNCTION st_astext(geography) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN st_astext(geometry($1));
CREATE FUNCTION st_astext(geography, integer) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN st_astext(geometry($1));
CREATE FUNCTION st_astext(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN st_astext(geometry($1));
CREATE FUNCTION st_asewkt(geometry) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN text($1);
CREATE FUNCTION st_asewkt(geography) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN text(geometry($1));
CREATE FUNCTION st_isvalid(geometry) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN true;
CREATE FUNCTION st_isvalid(geometry, integer) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN true;
CREATE FUNCTION st_isempty(geometry) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN text($1) ~* 'EMPTY$';

-- What takes a geometry and gives another one of the same place: near enough.
DO $$
DECLARE
  arguments text;
BEGIN
  FOREACH arguments IN ARRAY pg_catalog.string_to_array(pg_catalog.regexp_replace(pg_catalog.btrim($list$
    st_transform(geom geometry, integer)
    st_transform(geom geometry, to_proj text)
    st_transform(geom geometry, from_proj text, to_proj text)
    st_transform(geom geometry, from_proj text, to_srid integer)
    st_force2d(geometry)
    st_force3d(geom geometry, zvalue double precision DEFAULT 0.0)
    st_force3dz(geom geometry, zvalue double precision DEFAULT 0.0)
    st_force3dm(geom geometry, mvalue double precision DEFAULT 0.0)
    st_force4d(geom geometry, zvalue double precision DEFAULT 0.0, mvalue double precision DEFAULT 0.0)
    st_forcecollection(geometry)
    st_forcecurve(geometry)
    st_forcesfs(geometry)
    st_forcerhr(geometry)
    st_forcepolygoncw(geometry)
    st_forcepolygonccw(geometry)
    st_multi(geometry)
    st_makevalid(geometry)
    st_makevalid(geom geometry, params text)
    st_normalize(geom geometry)
    st_reverse(geometry)
    st_flipcoordinates(geometry)
    st_shiftlongitude(geometry)
    st_wrapx(geom geometry, wrap double precision, move double precision)
    st_quantizecoordinates(g geometry, prec_x integer, prec_y integer DEFAULT NULL, prec_z integer DEFAULT NULL, prec_m integer DEFAULT NULL)
    st_reduceprecision(geom geometry, gridsize double precision)
    st_removerepeatedpoints(geom geometry, tolerance double precision DEFAULT 0.0)
    st_simplify(geometry, double precision)
    st_simplify(geometry, double precision, boolean)
    st_simplifypreservetopology(geometry, double precision)
    st_simplifyvw(geometry, double precision)
    st_simplifypolygonhull(geom geometry, vertex_fraction double precision, is_outer boolean DEFAULT true)
    st_chaikinsmoothing(geometry, integer DEFAULT 1, boolean DEFAULT false)
    st_seteffectivearea(geometry, double precision DEFAULT -1, integer DEFAULT 1)
    st_segmentize(geometry, double precision)
    st_snaptogrid(geometry, double precision)
    st_snaptogrid(geometry, double precision, double precision)
    st_snaptogrid(geometry, double precision, double precision, double precision, double precision)
    st_snaptogrid(geom1 geometry, geom2 geometry, double precision, double precision, double precision, double precision)
    st_snap(geom1 geometry, geom2 geometry, double precision)
    st_translate(geometry, double precision, double precision)
    st_translate(geometry, double precision, double precision, double precision)
    st_scale(geometry, double precision, double precision)
    st_scale(geometry, double precision, double precision, double precision)
    st_scale(geometry, geometry)
    st_scale(geometry, geometry, origin geometry)
    st_rotate(geometry, double precision)
    st_rotate(geometry, double precision, double precision, double precision)
    st_rotate(geometry, double precision, geometry)
    st_affine(geometry, double precision, double precision, double precision, double precision, double precision, double precision)
    st_affine(geometry, double precision, double precision, double precision, double precision, double precision, double precision, double precision, double precision, double precision, double precision, double precision, double precision)
    st_buffer(geom geometry, radius double precision, options text DEFAULT '')
    st_buffer(geom geometry, radius double precision, quadsegs integer)
    st_offsetcurve(line geometry, distance double precision, params text DEFAULT '')
    st_envelope(geometry)
    st_expand(geometry, double precision)
    st_expand(geom geometry, dx double precision, dy double precision, dz double precision DEFAULT 0, dm double precision DEFAULT 0)
    st_boundingdiagonal(geom geometry, fits boolean DEFAULT false)
    st_convexhull(geometry)
    st_concavehull(param_geom geometry, param_pctconvex double precision, param_allow_holes boolean DEFAULT false)
    st_orientedenvelope(geometry)
    st_minimumboundingcircle(inputgeom geometry, segs_per_quarter integer DEFAULT 48)
    st_boundary(geometry)
    st_buildarea(geometry)
    st_makepolygon(geometry)
    st_makepolygon(geometry, geometry[])
    st_polygon(geometry, integer)
    st_addpoint(geom1 geometry, geom2 geometry)
    st_addpoint(geom1 geometry, geom2 geometry, integer)
    st_setpoint(geometry, integer, geometry)
    st_removepoint(geometry, integer)
    st_addmeasure(geometry, double precision, double precision)
    st_linemerge(geometry)
    st_linemerge(geometry, boolean)
    st_linesubstring(geometry, double precision, double precision)
    st_linetocurve(geometry geometry)
    st_curvetoline(geom geometry, tol double precision DEFAULT 32, toltype integer DEFAULT 0, flags integer DEFAULT 0)
    st_node(g geometry)
    st_unaryunion(geometry, gridsize double precision DEFAULT -1.0)
    st_clipbybox2d(geom geometry, box box2d)
    st_collectionextract(geometry)
    st_collectionextract(geometry, integer)
    st_collectionhomogenize(geometry)
    st_triangulatepolygon(g1 geometry)
    st_delaunaytriangles(g1 geometry, tolerance double precision DEFAULT 0.0, flags integer DEFAULT 0)
    st_voronoipolygons(g1 geometry, tolerance double precision DEFAULT 0.0, extend_to geometry DEFAULT NULL)
    st_voronoilines(g1 geometry, tolerance double precision DEFAULT 0.0, extend_to geometry DEFAULT NULL)
    st_intersection(geom1 geometry, geom2 geometry, gridsize double precision DEFAULT -1)
    st_difference(geom1 geometry, geom2 geometry, gridsize double precision DEFAULT -1.0)
    st_symdifference(geom1 geometry, geom2 geometry, gridsize double precision DEFAULT -1.0)
    st_union(geom1 geometry, geom2 geometry)
    st_union(geom1 geometry, geom2 geometry, gridsize double precision)
    st_split(geom1 geometry, geom2 geometry)
    st_sharedpaths(geom1 geometry, geom2 geometry)
    st_closestpoint(geom1 geometry, geom2 geometry)
    st_shortestline(geom1 geometry, geom2 geometry)
    st_longestline(geom1 geometry, geom2 geometry)
    st_makeline(geom1 geometry, geom2 geometry)
    st_collect(geom1 geometry, geom2 geometry)
    st_asmvtgeom(geom geometry, bounds box2d, extent integer DEFAULT 4096, buffer integer DEFAULT 256, clip_geom boolean DEFAULT true)
    st_locatealong(geometry geometry, measure double precision, leftrightoffset double precision DEFAULT 0.0)
    st_locatebetween(geometry geometry, frommeasure double precision, tomeasure double precision, leftrightoffset double precision DEFAULT 0.0)
  $list$, E' \n'), '\n\s+', E'\n', 'g'), E'\n') LOOP
    EXECUTE pg_catalog.format('CREATE FUNCTION %s RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN $1', arguments);
  END LOOP;
END $$;

-- The rest of the common functions, by what they return.
DO $$
DECLARE
  line text;
  words text[];
BEGIN
  FOREACH line IN ARRAY pg_catalog.string_to_array(pg_catalog.regexp_replace(pg_catalog.btrim($list$
    boolean: st_intersects(geom1 geometry, geom2 geometry)
    boolean: st_intersects(geog1 geography, geog2 geography)
    boolean: st_intersects(text, text)
    boolean: st_disjoint(geom1 geometry, geom2 geometry)
    boolean: st_touches(geom1 geometry, geom2 geometry)
    boolean: st_crosses(geom1 geometry, geom2 geometry)
    boolean: st_overlaps(geom1 geometry, geom2 geometry)
    boolean: st_equals(geom1 geometry, geom2 geometry)
    boolean: st_orderingequals(geom1 geometry, geom2 geometry)
    boolean: st_within(geom1 geometry, geom2 geometry)
    boolean: st_contains(geom1 geometry, geom2 geometry)
    boolean: st_containsproperly(geom1 geometry, geom2 geometry)
    boolean: st_covers(geom1 geometry, geom2 geometry)
    boolean: st_covers(geog1 geography, geog2 geography)
    boolean: st_covers(text, text)
    boolean: st_coveredby(geom1 geometry, geom2 geometry)
    boolean: st_coveredby(geog1 geography, geog2 geography)
    boolean: st_coveredby(text, text)
    boolean: st_dwithin(geom1 geometry, geom2 geometry, double precision)
    boolean: st_dwithin(geog1 geography, geog2 geography, tolerance double precision, use_spheroid boolean DEFAULT true)
    boolean: st_dwithin(text, text, double precision)
    boolean: st_dfullywithin(geom1 geometry, geom2 geometry, double precision)
    boolean: st_3dintersects(geom1 geometry, geom2 geometry)
    boolean: st_3ddwithin(geom1 geometry, geom2 geometry, double precision)
    boolean: st_pointinsidecircle(geometry, double precision, double precision, double precision)
    boolean: st_relate(geom1 geometry, geom2 geometry, text)
    text: st_relate(geom1 geometry, geom2 geometry)
    text: st_relate(geom1 geometry, geom2 geometry, integer)
    boolean: st_issimple(geometry)
    boolean: st_isclosed(geometry)
    boolean: st_isring(geometry)
    boolean: st_iscollection(geometry)
    boolean: st_ispolygoncw(geometry)
    boolean: st_ispolygonccw(geometry)
    boolean: st_hasarc(geometry geometry)
    boolean: st_hasz(geometry)
    boolean: st_hasm(geometry)
    boolean: st_isvalidtrajectory(geometry)
    text: st_isvalidreason(geometry)
    text: st_isvalidreason(geometry, integer)
    valid_detail: st_isvaliddetail(geom geometry, flags integer DEFAULT 0)
    text: st_geometrytype(geometry)
    text: geometrytype(geometry)
    text: geometrytype(geography)
    text: st_summary(geometry)
    text: st_summary(geography)
    smallint: st_ndims(geometry)
    smallint: st_coorddim(geometry geometry)
    smallint: st_zmflag(geometry)
    integer: st_dimension(geometry)
    integer: st_npoints(geometry)
    integer: st_nrings(geometry)
    integer: st_numpoints(geometry)
    integer: st_numgeometries(geometry)
    integer: st_numinteriorrings(geometry)
    integer: st_numinteriorring(geometry)
    integer: st_numpatches(geometry)
    integer: st_memsize(geometry)
    double precision: st_m(geometry)
    double precision: st_xmin(box3d)
    double precision: st_ymin(box3d)
    double precision: st_zmin(box3d)
    double precision: st_xmax(box3d)
    double precision: st_ymax(box3d)
    double precision: st_zmax(box3d)
    double precision: st_area(geometry)
    double precision: st_area(geog geography, use_spheroid boolean DEFAULT true)
    double precision: st_area(text)
    double precision: st_area2d(geometry)
    double precision: st_length(geometry)
    double precision: st_length(geog geography, use_spheroid boolean DEFAULT true)
    double precision: st_length(text)
    double precision: st_length2d(geometry)
    double precision: st_3dlength(geometry)
    double precision: st_lengthspheroid(geometry, spheroid)
    double precision: st_perimeter(geometry)
    double precision: st_perimeter(geog geography, use_spheroid boolean DEFAULT true)
    double precision: st_perimeter2d(geometry)
    double precision: st_distance(geom1 geometry, geom2 geometry)
    double precision: st_distance(geog1 geography, geog2 geography, use_spheroid boolean DEFAULT true)
    double precision: st_distance(text, text)
    double precision: st_3ddistance(geom1 geometry, geom2 geometry)
    double precision: st_maxdistance(geom1 geometry, geom2 geometry)
    double precision: st_distancesphere(geom1 geometry, geom2 geometry)
    double precision: st_distancesphere(geom1 geometry, geom2 geometry, radius double precision)
    double precision: st_distancespheroid(geom1 geometry, geom2 geometry)
    double precision: st_distancespheroid(geom1 geometry, geom2 geometry, spheroid)
    double precision: st_hausdorffdistance(geom1 geometry, geom2 geometry)
    double precision: st_hausdorffdistance(geom1 geometry, geom2 geometry, double precision)
    double precision: st_frechetdistance(geom1 geometry, geom2 geometry, double precision DEFAULT -1)
    double precision: st_azimuth(geom1 geometry, geom2 geometry)
    double precision: st_azimuth(geog1 geography, geog2 geography)
    double precision: st_angle(pt1 geometry, pt2 geometry, pt3 geometry, pt4 geometry DEFAULT 'POINT EMPTY')
    double precision: st_angle(line1 geometry, line2 geometry)
    double precision: st_minimumclearance(geometry)
    double precision: st_linelocatepoint(geom1 geometry, geom2 geometry)
    double precision: st_interpolatepoint(line geometry, point geometry)
    geometry: st_centroid(geometry)
    geography: st_centroid(geography, use_spheroid boolean DEFAULT true)
    geometry: st_centroid(text)
    geometry: st_pointonsurface(geometry)
    geometry: st_geometricmedian(g geometry, tolerance double precision DEFAULT NULL, max_iter integer DEFAULT 10000, fail_if_not_converged boolean DEFAULT false)
    geometry: st_startpoint(geometry)
    geometry: st_endpoint(geometry)
    geometry: st_pointn(geometry, integer)
    geometry: st_geometryn(geometry, integer)
    geometry: st_interiorringn(geometry, integer)
    geometry: st_exteriorring(geometry)
    geometry: st_patchn(geometry, integer)
    geometry: st_points(geometry)
    geometry: st_lineinterpolatepoint(geometry, double precision)
    geometry: st_lineinterpolatepoints(geometry, double precision, repeat boolean DEFAULT true)
    geometry: st_minimumclearanceline(geometry)
    geometry: st_lineextend(geom geometry, distance_forward double precision, distance_backward double precision DEFAULT 0.0)
    geometry: st_project(geom1 geometry, distance double precision, azimuth double precision)
    geography: st_project(geog geography, distance double precision, azimuth double precision)
    geography: st_buffer(geography, double precision)
    geography: st_buffer(geography, double precision, integer)
    geography: st_buffer(geography, double precision, text)
    geometry: st_buffer(text, double precision)
    geography: st_intersection(geography, geography)
    geography: st_segmentize(geog geography, max_segment_length double precision)
    geography: st_closestpoint(geography, geography, use_spheroid boolean DEFAULT true)
    geography: st_shortestline(geography, geography, use_spheroid boolean DEFAULT true)
    geometry: st_makepointm(double precision, double precision, double precision)
    geometry: st_pointz(double precision, double precision, double precision, srid integer DEFAULT 0)
    geometry: st_pointm(double precision, double precision, double precision, srid integer DEFAULT 0)
    geometry: st_pointzm(double precision, double precision, double precision, double precision, srid integer DEFAULT 0)
    geometry: st_makeline(geometry[])
    geometry: st_collect(geometry[])
    geometry: st_union(geometry[])
    geometry: st_polygonize(geometry[])
    geometry: st_tileenvelope(zoom integer, x integer, y integer, bounds geometry DEFAULT 'SRID=3857;LINESTRING(-20037508.342789244 -20037508.342789244, 20037508.342789244 20037508.342789244)', margin double precision DEFAULT 0.0)
    geometry: st_hexagon(size double precision, cell_i integer, cell_j integer, origin geometry DEFAULT 'POINT(0 0)')
    geometry: st_square(size double precision, cell_i integer, cell_j integer, origin geometry DEFAULT 'POINT(0 0)')
    geometry: st_letters(letters text, font json DEFAULT NULL)
    geometry: st_geomfromwkb(bytea)
    geometry: st_geomfromwkb(bytea, integer)
    geometry: st_geomfromewkb(bytea)
    geography: st_geogfromwkb(bytea)
    geometry: st_geomfromgeojson(text)
    geometry: st_geomfromgeojson(json)
    geometry: st_geomfromgeojson(jsonb)
    geometry: st_geomfromgml(text)
    geometry: st_geomfromgml(text, integer)
    geometry: st_geomfromkml(text)
    geometry: st_geomfromtwkb(bytea)
    geometry: st_geomfromgeohash(text, integer DEFAULT NULL)
    geometry: st_pointfromgeohash(text, integer DEFAULT NULL)
    geometry: st_linefromtext(text)
    geometry: st_linefromtext(text, integer)
    geometry: st_linefromencodedpolyline(txtin text, nprecision integer DEFAULT 5)
    geometry: st_polygonfromtext(text)
    geometry: st_polygonfromtext(text, integer)
    geometry: st_polyfromtext(text)
    geometry: st_polyfromtext(text, integer)
    geometry: st_mpointfromtext(text)
    geometry: st_mpointfromtext(text, integer)
    geometry: st_mlinefromtext(text)
    geometry: st_mlinefromtext(text, integer)
    geometry: st_mpolyfromtext(text)
    geometry: st_mpolyfromtext(text, integer)
    geometry: st_geomcollfromtext(text)
    geometry: st_geomcollfromtext(text, integer)
    geometry: st_wkbtosql(wkb bytea)
    geometry: st_wkttosql(text)
    bytea: st_asbinary(geometry)
    bytea: st_asbinary(geometry, text)
    bytea: st_asbinary(geography)
    bytea: st_asbinary(geography, text)
    bytea: st_asewkb(geometry)
    bytea: st_asewkb(geometry, text)
    text: st_ashexewkb(geometry)
    text: st_ashexewkb(geometry, text)
    text: st_asewkt(geometry, integer)
    text: st_asewkt(text)
    text: st_asgeojson(geom geometry, maxdecimaldigits integer DEFAULT 9, options integer DEFAULT 8)
    text: st_asgeojson(geog geography, maxdecimaldigits integer DEFAULT 9, options integer DEFAULT 0)
    text: st_asgeojson(text)
    text: st_asgml(geom geometry, maxdecimaldigits integer DEFAULT 15, options integer DEFAULT 0)
    text: st_askml(geom geometry, maxdecimaldigits integer DEFAULT 15, nprefix text DEFAULT '')
    text: st_assvg(geom geometry, rel integer DEFAULT 0, maxdecimaldigits integer DEFAULT 15)
    text: st_asx3d(geom geometry, maxdecimaldigits integer DEFAULT 15, options integer DEFAULT 0)
    text: st_aslatlontext(geom geometry, tmpl text DEFAULT '')
    text: st_asencodedpolyline(geom geometry, nprecision integer DEFAULT 5)
    bytea: st_astwkb(geom geometry, prec integer DEFAULT NULL, prec_z integer DEFAULT NULL, prec_m integer DEFAULT NULL, with_sizes boolean DEFAULT NULL, with_boxes boolean DEFAULT NULL)
    text: st_geohash(geom geometry, maxchars integer DEFAULT 0)
    text: st_geohash(geog geography, maxchars integer DEFAULT 0)
    box2d: box2d(geometry)
    box2d: box2d(box3d)
    box3d: box3d(geometry)
    box3d: box3d(box2d)
    box: box(geometry)
    box: box(box3d)
    geometry: geometry(box2d)
    geometry: geometry(box3d)
    geometry: geometry(point)
    geometry: geometry(path)
    geometry: geometry(polygon)
    point: point(geometry)
    path: path(geometry)
    polygon: polygon(geometry)
    json: "json"(geometry)
    jsonb: jsonb(geometry)
    box2d: st_makebox2d(geom1 geometry, geom2 geometry)
    box3d: st_3dmakebox(geom1 geometry, geom2 geometry)
    box2d: st_expand(box2d, double precision)
    box3d: st_expand(box3d, double precision)
    box2d: st_box2dfromgeohash(text, integer DEFAULT NULL)
    box2d: st_estimatedextent(text, text) STABLE
    box2d: st_estimatedextent(text, text, text) STABLE
    box2d: st_findextent(text, text) STABLE
    box2d: st_findextent(text, text, text) STABLE
    SETOF geometry_dump: st_dump(geometry)
    SETOF geometry_dump: st_dumppoints(geometry)
    SETOF geometry_dump: st_dumprings(geometry)
    SETOF geometry_dump: st_dumpsegments(geometry)
    SETOF geometry: st_subdivide(geom geometry, maxvertices integer DEFAULT 256, gridsize double precision DEFAULT -1.0)
    geometry[]: st_clusterintersecting(geometry[])
    geometry[]: st_clusterwithin(geometry[], double precision)
    geometry: st_generatepoints(area geometry, npoints integer) VOLATILE
    geometry: st_generatepoints(area geometry, npoints integer, seed integer)
    boolean: postgis_constraint_dims(geomschema text, geomtable text, geomcolumn text) STABLE
    text: postgis_geos_version()
    text: postgis_proj_version()
    text: postgis_lib_version()
    text: postgis_full_version()
    text: postgis_scripts_installed()
    text: postgis_extensions_upgrade(target_version text DEFAULT NULL) VOLATILE
    integer: find_srid(character varying, character varying, character varying)
  $list$, E' \n'), '\n\s+', E'\n', 'g'), E'\n') LOOP
    words := pg_catalog.regexp_match(line, '^(.*?): (.*\))(?: (STABLE|VOLATILE))?$');
    EXECUTE pg_catalog.format(
      'CREATE FUNCTION %s RETURNS %s LANGUAGE sql %s STRICT PARALLEL SAFE BEGIN ATOMIC SELECT NULL::%s %s; END',
      words[2], words[1], coalesce(words[3], 'IMMUTABLE'), pg_catalog.regexp_replace(words[1], '^SETOF ', ''),
      CASE WHEN words[1] LIKE 'SETOF %' THEN 'WHERE false' ELSE '' END
    );
  END LOOP;
END $$;
CREATE FUNCTION postgis_version() RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 'stand-in';
CREATE FUNCTION st_squaregrid(size double precision, bounds geometry, OUT geom geometry, OUT i integer, OUT j integer) RETURNS SETOF record LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE BEGIN ATOMIC SELECT NULL::geometry, 0, 0 WHERE false; END;
CREATE FUNCTION st_hexagongrid(size double precision, bounds geometry, OUT geom geometry, OUT i integer, OUT j integer) RETURNS SETOF record LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE BEGIN ATOMIC SELECT NULL::geometry, 0, 0 WHERE false; END;
CREATE FUNCTION st_asgeojson(r record, geom_column text DEFAULT '', maxdecimaldigits integer DEFAULT 9, pretty_bool boolean DEFAULT false) RETURNS text LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$ BEGIN RETURN NULL; END $$;
CREATE FUNCTION st_clusterdbscan(geometry, eps double precision, minpoints integer) RETURNS integer LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE WINDOW AS 'window_row_number';
CREATE FUNCTION st_clusterkmeans(geom geometry, k integer, max_radius double precision DEFAULT NULL) RETURNS integer LANGUAGE internal STRICT PARALLEL SAFE WINDOW AS 'window_row_number';

-- Aggregates.
CREATE FUNCTION stand_in_first(geometry, geometry) RETURNS geometry LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN $1;
CREATE FUNCTION stand_in_bytes(bigint) RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN NULL::bytea;
CREATE AGGREGATE st_clusterintersecting(geometry) (SFUNC = array_append, STYPE = geometry[], PARALLEL = safe);
CREATE AGGREGATE st_extent(geometry) (SFUNC = stand_in_first, STYPE = geometry, FINALFUNC = box2d, PARALLEL = safe);
CREATE AGGREGATE st_3dextent(geometry) (SFUNC = stand_in_first, STYPE = geometry, FINALFUNC = box3d, PARALLEL = safe);
DO $$
DECLARE
  name text;
  rest text;
BEGIN
  FOREACH name IN ARRAY ARRAY['st_union', 'st_memunion', 'st_collect', 'st_memcollect', 'st_makeline', 'st_polygonize', 'st_coverageunion'] LOOP
    EXECUTE pg_catalog.format('CREATE AGGREGATE %s(geometry) (SFUNC = stand_in_first, STYPE = geometry, PARALLEL = safe)', name);
  END LOOP;
  FOREACH rest IN ARRAY ARRAY['', ', text', ', text, integer', ', text, integer, text', ', text, integer, text, text'] LOOP
    EXECUTE pg_catalog.format('CREATE FUNCTION stand_in_count(bigint, anyelement%s) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS ''SELECT $1 OPERATOR(pg_catalog.+) 1''', rest);
    EXECUTE pg_catalog.format('CREATE AGGREGATE st_asmvt(anyelement%s) (SFUNC = stand_in_count, STYPE = bigint, INITCOND = 0, FINALFUNC = stand_in_bytes, PARALLEL = safe)', rest);
  END LOOP;
  FOREACH rest IN ARRAY ARRAY['', ', text'] LOOP
    EXECUTE pg_catalog.format('CREATE AGGREGATE st_asgeobuf(anyelement%s) (SFUNC = stand_in_count, STYPE = bigint, INITCOND = 0, FINALFUNC = stand_in_bytes, PARALLEL = safe)', rest);
  END LOOP;
END $$;

-- Casts.
CREATE CAST (geometry AS geometry) WITH FUNCTION geometry(geometry, integer, boolean) AS IMPLICIT;
CREATE CAST (geography AS geography) WITH FUNCTION geography(geography, integer, boolean) AS IMPLICIT;
CREATE CAST (geometry AS text) WITH FUNCTION text(geometry) AS IMPLICIT;
CREATE CAST (text AS geometry) WITH FUNCTION geometry(text) AS IMPLICIT;
CREATE CAST (geometry AS bytea) WITH FUNCTION bytea(geometry) AS IMPLICIT;
CREATE CAST (bytea AS geometry) WITH FUNCTION geometry(bytea) AS IMPLICIT;
CREATE CAST (geography AS bytea) WITH FUNCTION bytea(geography) AS IMPLICIT;
CREATE CAST (bytea AS geography) WITH FUNCTION geography(bytea) AS IMPLICIT;
CREATE CAST (geometry AS geography) WITH FUNCTION geography(geometry) AS IMPLICIT;
CREATE CAST (geography AS geometry) WITH FUNCTION geometry(geography);
CREATE CAST (geometry AS box2d) WITH FUNCTION box2d(geometry) AS IMPLICIT;
CREATE CAST (geometry AS box3d) WITH FUNCTION box3d(geometry) AS IMPLICIT;
CREATE CAST (geometry AS box) WITH FUNCTION box(geometry) AS ASSIGNMENT;
CREATE CAST (box2d AS geometry) WITH FUNCTION geometry(box2d) AS IMPLICIT;
CREATE CAST (box2d AS box3d) WITH FUNCTION box3d(box2d) AS IMPLICIT;
CREATE CAST (box3d AS geometry) WITH FUNCTION geometry(box3d) AS IMPLICIT;
CREATE CAST (box3d AS box2d) WITH FUNCTION box2d(box3d) AS IMPLICIT;
CREATE CAST (box3d AS box) WITH FUNCTION box(box3d) AS IMPLICIT;
CREATE CAST (geometry AS json) WITH FUNCTION "json"(geometry);
CREATE CAST (geometry AS jsonb) WITH FUNCTION jsonb(geometry);
CREATE CAST (geometry AS point) WITH FUNCTION point(geometry);
CREATE CAST (geometry AS path) WITH FUNCTION path(geometry);
CREATE CAST (geometry AS polygon) WITH FUNCTION polygon(geometry);
CREATE CAST (point AS geometry) WITH FUNCTION geometry(point);
CREATE CAST (path AS geometry) WITH FUNCTION geometry(path);
CREATE CAST (polygon AS geometry) WITH FUNCTION geometry(polygon);

-- Operators. Order and equality are those of the text.
CREATE FUNCTION geometry_hash(geometry) RETURNS integer LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashvarlena';
DO $$
DECLARE
  kind text;
  line text[];
BEGIN
  FOREACH kind IN ARRAY ARRAY['geometry', 'geography'] LOOP
    FOREACH line SLICE 1 IN ARRAY ARRAY[
      ['lt', '<', '>', '>=', 'scalarltsel', 'scalarltjoinsel', 'text_lt'], ['le', '<=', '>=', '>', 'scalarlesel', 'scalarlejoinsel', 'text_le'],
      ['eq', '=', '=', NULL, 'contsel', 'contjoinsel', 'texteq'],
      ['ge', '>=', '<=', '<', 'scalargesel', 'scalargejoinsel', 'text_ge'], ['gt', '>', '<', '<=', 'scalargtsel', 'scalargtjoinsel', 'text_gt']
    ] LOOP
      EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_%2$s(geom1 %1$s, geom2 %1$s) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN %3$s(%1$s_out($1)::text COLLATE "C", %1$s_out($2)::text COLLATE "C")', kind, line[1], line[7]);
      EXECUTE pg_catalog.format('CREATE OPERATOR %2$s (LEFTARG = %1$s, RIGHTARG = %1$s, FUNCTION = %1$s_%3$s, COMMUTATOR = %4$s%5$s, RESTRICT = %6$s, JOIN = %7$s%8$s)',
        kind, line[2], line[1], line[3], ', NEGATOR = ' || line[4], line[5], line[6], CASE WHEN line[1] = 'eq' THEN ', HASHES, MERGES' ELSE '' END);
    END LOOP;
    EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_cmp(geom1 %1$s, geom2 %1$s) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN bttextcmp(%1$s_out($1)::text COLLATE "C", %1$s_out($2)::text COLLATE "C")', kind);
    EXECUTE pg_catalog.format('CREATE OPERATOR CLASS btree_%1$s_ops DEFAULT FOR TYPE %1$s USING btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 %1$s_cmp(%1$s, %1$s)', kind);
  END LOOP;

  FOREACH line SLICE 1 IN ARRAY ARRAY[
    ['geometry', 'overlaps', '&&', '&&'], ['geometry', 'same', '~=', '~='], ['geometry', 'contains', '~', '@'], ['geometry', 'within', '@', '~'],
    ['geometry', 'left', '<<', '>>'], ['geometry', 'right', '>>', '<<'], ['geometry', 'overleft', '&<', NULL], ['geometry', 'overright', '&>', NULL],
    ['geometry', 'below', '<<|', '|>>'], ['geometry', 'above', '|>>', '<<|'], ['geometry', 'overbelow', '&<|', NULL], ['geometry', 'overabove', '|&>', NULL],
    ['geometry', 'overlaps_nd', '&&&', '&&&'], ['geometry', 'contains_nd', '~~', '@@'], ['geometry', 'within_nd', '@@', '~~'], ['geometry', 'same_nd', '~~=', '~~='],
    ['geography', 'overlaps', '&&', '&&']
  ] LOOP
    EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_%2$s(%1$s, %1$s) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN NULL::boolean', line[1], line[2]);
    EXECUTE pg_catalog.format('CREATE OPERATOR %3$s (LEFTARG = %1$s, RIGHTARG = %1$s, FUNCTION = %1$s_%2$s%4$s, RESTRICT = contsel, JOIN = contjoinsel)', line[1], line[2], line[3], ', COMMUTATOR = ' || line[4]);
  END LOOP;
  FOREACH line SLICE 1 IN ARRAY ARRAY[
    ['geometry', 'distance_centroid', '<->'], ['geometry', 'distance_box', '<#>'], ['geometry', 'distance_centroid_nd', '<<->>'], ['geometry', 'distance_cpa', '|=|'],
    ['geography', 'distance_knn', '<->']
  ] LOOP
    EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_%2$s(%1$s, %1$s) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN NULL::float8', line[1], line[2]);
    EXECUTE pg_catalog.format('CREATE OPERATOR %3$s (LEFTARG = %1$s, RIGHTARG = %1$s, FUNCTION = %1$s_%2$s, COMMUTATOR = %3$s)', line[1], line[2], line[3]);
  END LOOP;
END $$;
CREATE OPERATOR CLASS hash_geometry_ops DEFAULT FOR TYPE geometry USING hash AS OPERATOR 1 =, FUNCTION 1 geometry_hash(geometry);

-- Index methods. GiST by what btree_gist does for bytea, SP-GiST by what PostgreSQL does for text, BRIN by order: they take
-- real rows, and answer none of the questions that a real index of these does.
DO $$
DECLARE
  kind text;
  line text[];
BEGIN
  FOREACH line SLICE 1 IN ARRAY ARRAY[
    ['compress', 'internal', 'internal', 'gbt_bytea_compress'], ['decompress', 'internal', 'internal', 'gbt_var_decompress'],
    ['penalty', 'internal, internal, internal', 'internal', 'gbt_bytea_penalty'], ['picksplit', 'internal, internal', 'internal', 'gbt_bytea_picksplit'],
    ['union', 'internal, internal', 'bytea', 'gbt_bytea_union'], ['same', 'bytea, bytea, internal', 'internal', 'gbt_bytea_same']
  ] LOOP
    EXECUTE pg_catalog.format('CREATE FUNCTION stand_in_gist_%s(%s) RETURNS %s LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS ''$libdir/btree_gist'', %L', line[1], line[2], line[3], line[4]);
  END LOOP;
  FOREACH kind IN ARRAY ARRAY['geometry', 'geography'] LOOP
    EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_gist_consistent(internal, %1$s, smallint, oid, internal) RETURNS boolean LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS ''$libdir/btree_gist'', ''gbt_bytea_consistent''', kind);
    -- an error where somebody orders by distance and the planner takes the index
    EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_gist_distance(internal, %1$s, smallint, oid, internal) RETURNS double precision LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS ''anyarray_in''', kind);
  END LOOP;
  FOREACH line SLICE 1 IN ARRAY ARRAY[
    ['gist_geometry_ops_2d', 'DEFAULT', 'geometry', '&&'], ['gist_geometry_ops_nd', '', 'geometry', '&&&'], ['gist_geography_ops', 'DEFAULT', 'geography', '&&']
  ] LOOP
    EXECUTE pg_catalog.format(
      'CREATE OPERATOR CLASS %1$s %2$s FOR TYPE %3$s USING gist AS OPERATOR 3 %4$s, FUNCTION 1 %3$s_gist_consistent(internal, %3$s, smallint, oid, internal), FUNCTION 2 stand_in_gist_union(internal, internal), '
      'FUNCTION 3 (%3$s, %3$s) stand_in_gist_compress(internal), FUNCTION 4 (%3$s, %3$s) stand_in_gist_decompress(internal), FUNCTION 5 stand_in_gist_penalty(internal, internal, internal), '
      'FUNCTION 6 stand_in_gist_picksplit(internal, internal), FUNCTION 7 stand_in_gist_same(bytea, bytea, internal), FUNCTION 8 (%3$s, %3$s) %3$s_gist_distance(internal, %3$s, smallint, oid, internal), STORAGE bytea',
      line[1], line[2], line[3], line[4]);
  END LOOP;
  FOREACH line SLICE 1 IN ARRAY ARRAY[
    ['spgist_geometry_ops_2d', 'DEFAULT', 'geometry', '&&'], ['spgist_geometry_ops_3d', '', 'geometry', '&&&'],
    ['spgist_geometry_ops_nd', '', 'geometry', '&&&'], ['spgist_geography_ops_nd', 'DEFAULT', 'geography', '&&']
  ] LOOP
    EXECUTE pg_catalog.format(
      'CREATE OPERATOR CLASS %1$s %2$s FOR TYPE %3$s USING spgist AS OPERATOR 3 %4$s, FUNCTION 1 spg_text_config(internal, internal), FUNCTION 2 spg_text_choose(internal, internal), '
      'FUNCTION 3 spg_text_picksplit(internal, internal), FUNCTION 4 spg_text_inner_consistent(internal, internal), FUNCTION 5 spg_text_leaf_consistent(internal, internal)',
      line[1], line[2], line[3], line[4]);
  END LOOP;
  FOREACH line SLICE 1 IN ARRAY ARRAY[
    ['brin_geometry_inclusion_ops_2d', 'DEFAULT', 'geometry'], ['brin_geometry_inclusion_ops_3d', '', 'geometry'],
    ['brin_geometry_inclusion_ops_4d', '', 'geometry'], ['brin_geography_inclusion_ops', 'DEFAULT', 'geography']
  ] LOOP
    EXECUTE pg_catalog.format(
      'CREATE OPERATOR CLASS %1$s %2$s FOR TYPE %3$s USING brin AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 brin_minmax_opcinfo(internal), '
      'FUNCTION 2 brin_minmax_add_value(internal, internal, internal, internal), FUNCTION 3 brin_minmax_consistent(internal, internal, internal), FUNCTION 4 brin_minmax_union(internal, internal, internal)',
      line[1], line[2], line[3]);
  END LOOP;
END $$;

-- What PostGIS knows of columns, and the functions by which old migrations make them.
CREATE FUNCTION postgis_typmod_srid(modifier integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN CASE WHEN modifier < 0 THEN 0 ELSE (modifier >> 8) & 2097151 END;
CREATE FUNCTION postgis_typmod_dims(modifier integer) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN CASE WHEN modifier < 0 THEN 2 ELSE 2 + ((modifier >> 1) & 1) + (modifier & 1) END;
CREATE FUNCTION postgis_typmod_type(modifier integer) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (SELECT kind || CASE WHEN modifier >= 0 AND modifier & 2 <> 0 THEN 'Z' ELSE '' END || CASE WHEN modifier >= 0 AND modifier & 1 <> 0 THEN 'M' ELSE '' END
          FROM stand_in_modifier_kinds() WHERE code = CASE WHEN modifier < 0 THEN 0 ELSE (modifier >> 2) & 63 END);

CREATE TABLE spatial_ref_sys (
  srid integer NOT NULL PRIMARY KEY CHECK (srid > 0 AND srid <= 998999),
  auth_name character varying(256),
  auth_srid integer,
  srtext character varying(2048),
  proj4text character varying(2048)
);
INSERT INTO spatial_ref_sys (srid, auth_name, auth_srid)
SELECT srid, 'EPSG', srid
FROM pg_catalog.unnest(ARRAY[2056, 2154, 2163, 3035, 3395, 3857, 4258, 4269, 4326, 4979, 25832, 25833, 26910, 27700, 28992, 31370, 32632, 32633]) AS srid;
GRANT SELECT ON spatial_ref_sys TO PUBLIC;

CREATE VIEW geometry_columns AS
SELECT current_database()::character varying(256) AS f_table_catalog, n.nspname AS f_table_schema, c.relname AS f_table_name, a.attname AS f_geometry_column,
       postgis_typmod_dims(a.atttypmod) AS coord_dimension, postgis_typmod_srid(a.atttypmod) AS srid, upper(postgis_typmod_type(a.atttypmod))::character varying(30) AS type
FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND NOT a.attisdropped JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p') AND a.atttypid = 'geometry'::regtype;
CREATE VIEW geography_columns AS
SELECT current_database() AS f_table_catalog, n.nspname AS f_table_schema, c.relname AS f_table_name, a.attname AS f_geography_column,
       postgis_typmod_dims(a.atttypmod) AS coord_dimension, postgis_typmod_srid(a.atttypmod) AS srid, postgis_typmod_type(a.atttypmod) AS type
FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND NOT a.attisdropped JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p') AND a.atttypid = 'geography'::regtype;
GRANT SELECT ON geometry_columns, geography_columns TO PUBLIC;

CREATE FUNCTION stand_in_table(schema_name text, table_name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN schema_name = '' THEN quote_ident(table_name) ELSE pg_catalog.format('%I.%I', schema_name, table_name) END;

CREATE FUNCTION addgeometrycolumn(catalog_name character varying, schema_name character varying, table_name character varying, column_name character varying, new_srid_in integer, new_type character varying, new_dim integer, use_typmod boolean DEFAULT true)
RETURNS text LANGUAGE plpgsql STRICT AS $$
DECLARE
  suffix CONSTANT text := CASE WHEN new_type ~* 'm$' OR new_dim = 2 THEN '' WHEN new_dim = 3 THEN 'Z' ELSE 'ZM' END;
BEGIN
  EXECUTE pg_catalog.format('ALTER TABLE %s ADD COLUMN %I @extschema@.geometry(%s%s, %s)', @extschema@.stand_in_table(schema_name, table_name), column_name, new_type, suffix, greatest(new_srid_in, 0));
  RETURN pg_catalog.format('%s.%s.%s SRID:%s TYPE:%s DIMS:%s', schema_name, table_name, column_name, new_srid_in, new_type, new_dim);
END $$;
CREATE FUNCTION addgeometrycolumn(schema_name character varying, table_name character varying, column_name character varying, new_srid integer, new_type character varying, new_dim integer, use_typmod boolean DEFAULT true)
RETURNS text LANGUAGE sql STRICT BEGIN ATOMIC SELECT addgeometrycolumn('', $1, $2, $3, $4, $5, $6, $7); END;
CREATE FUNCTION addgeometrycolumn(table_name character varying, column_name character varying, new_srid integer, new_type character varying, new_dim integer, use_typmod boolean DEFAULT true)
RETURNS text LANGUAGE sql STRICT BEGIN ATOMIC SELECT addgeometrycolumn('', '', $1, $2, $3, $4, $5, $6); END;
CREATE FUNCTION dropgeometrycolumn(schema_name character varying, table_name character varying, column_name character varying) RETURNS text LANGUAGE plpgsql STRICT AS $$
BEGIN
  EXECUTE pg_catalog.format('ALTER TABLE %s DROP COLUMN %I', @extschema@.stand_in_table(schema_name, table_name), column_name);
  RETURN pg_catalog.format('%s.%s.%s effectively removed.', schema_name, table_name, column_name);
END $$;
CREATE FUNCTION dropgeometrycolumn(table_name character varying, column_name character varying) RETURNS text LANGUAGE sql STRICT BEGIN ATOMIC SELECT dropgeometrycolumn('', $1, $2); END;
CREATE FUNCTION dropgeometrytable(schema_name character varying, table_name character varying) RETURNS text LANGUAGE plpgsql STRICT AS $$
BEGIN
  EXECUTE pg_catalog.format('DROP TABLE IF EXISTS %s', @extschema@.stand_in_table(schema_name, table_name));
  RETURN pg_catalog.format('%s.%s dropped.', schema_name, table_name);
END $$;
CREATE FUNCTION dropgeometrytable(table_name character varying) RETURNS text LANGUAGE sql STRICT BEGIN ATOMIC SELECT dropgeometrytable('', $1); END;
CREATE FUNCTION updategeometrysrid(schema_name character varying, table_name character varying, column_name character varying, new_srid integer) RETURNS text LANGUAGE plpgsql STRICT AS $$
DECLARE
  place CONSTANT regclass := @extschema@.stand_in_table(schema_name, table_name);
  kind CONSTANT text := (SELECT @extschema@.postgis_typmod_type(atttypmod) FROM pg_catalog.pg_attribute WHERE attrelid = place AND attname = column_name);
BEGIN
  EXECUTE pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I TYPE @extschema@.geometry(%s, %s) USING @extschema@.st_setsrid(%2$I, %4$s)', place, column_name, kind, new_srid);
  RETURN pg_catalog.format('%s.%s.%s SRID changed to %s', schema_name, table_name, column_name, new_srid);
END $$;
CREATE FUNCTION updategeometrysrid(table_name character varying, column_name character varying, new_srid integer) RETURNS text LANGUAGE sql STRICT BEGIN ATOMIC SELECT updategeometrysrid('', $1, $2, $3); END;
CREATE FUNCTION populate_geometry_columns(use_typmod boolean DEFAULT true) RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT 'stand-in'::text; END;
