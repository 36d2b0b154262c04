-- Operator classes are those of GIN, and the options of a rum index are left out.
CREATE ACCESS METHOD rum TYPE INDEX HANDLER ginhandler;
CREATE FUNCTION rum_ts_distance(tsvector, tsquery) RETURNS real LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN ts_rank($1, $2);
CREATE FUNCTION rum_ts_score(tsvector, tsquery) RETURNS real LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN ts_rank($1, $2);
CREATE OPERATOR <=> (LEFTARG = tsvector, RIGHTARG = tsquery, FUNCTION = rum_ts_distance);
DO $$
DECLARE
  line text[];
BEGIN
  FOREACH line SLICE 1 IN ARRAY ARRAY[['rum_tsvector_ops', 'DEFAULT'], ['rum_tsvector_hash_ops', ''], ['rum_tsvector_addon_ops', ''], ['rum_tsvector_hash_addon_ops', '']] LOOP
    EXECUTE pg_catalog.format(
      'CREATE OPERATOR CLASS %s %s FOR TYPE tsvector USING rum AS OPERATOR 1 @@ (tsvector, tsquery), FUNCTION 1 bttextcmp(text, text), FUNCTION 2 gin_extract_tsvector(tsvector, internal, internal), '
      'FUNCTION 3 gin_extract_tsquery(tsvector, internal, smallint, internal, internal, internal, internal), FUNCTION 4 gin_tsquery_consistent(internal, smallint, tsvector, integer, internal, internal, internal, internal), STORAGE text',
      line[1], line[2]);
  END LOOP;
END $$;
CREATE OPERATOR CLASS rum_anyarray_ops DEFAULT FOR TYPE anyarray USING rum AS OPERATOR 1 && (anyarray, anyarray), OPERATOR 2 @> (anyarray, anyarray), FUNCTION 2 ginarrayextract(anyarray, internal, internal),
  FUNCTION 3 ginqueryarrayextract(anyarray, internal, smallint, internal, internal, internal, internal), FUNCTION 4 ginarrayconsistent(internal, smallint, anyarray, integer, internal, internal, internal, internal), STORAGE anyelement;
