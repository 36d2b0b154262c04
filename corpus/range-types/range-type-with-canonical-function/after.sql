CREATE TYPE yearrange;
CREATE FUNCTION yearrange_canonical(yearrange) RETURNS yearrange LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE TYPE yearrange AS RANGE (subtype = int4, subtype_diff = int4range_subdiff, canonical = yearrange_canonical);
CREATE TABLE t (id int PRIMARY KEY, years yearrange);
