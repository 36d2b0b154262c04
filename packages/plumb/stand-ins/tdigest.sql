CREATE TYPE tdigest;
CREATE FUNCTION tdigest_in(cstring) RETURNS tdigest LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textin';
CREATE FUNCTION tdigest_out(tdigest) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'textout';
CREATE TYPE tdigest (INPUT = tdigest_in, OUTPUT = tdigest_out);
CREATE CAST (text AS tdigest) WITH INOUT AS ASSIGNMENT;
CREATE CAST (tdigest AS text) WITH INOUT AS ASSIGNMENT;
CREATE FUNCTION tdigest_count(tdigest) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT RETURN 0::bigint;
