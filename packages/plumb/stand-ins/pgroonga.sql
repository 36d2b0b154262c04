-- control: relocatable = false
CREATE ACCESS METHOD pgroonga TYPE INDEX HANDLER bthandler;
CREATE FUNCTION pgroonga_score(tableoid oid, ctid tid) RETURNS double precision LANGUAGE sql STABLE STRICT PARALLEL SAFE RETURN 0::float8;
CREATE FUNCTION pgroonga_highlight_html(target text, keywords text[]) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN $1;
CREATE FUNCTION pgroonga_query_extract_keywords(query text, index_name text DEFAULT '') RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN ARRAY[$1];
CREATE FUNCTION pgroonga_query_escape(query text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN $1;
CREATE FUNCTION pgroonga_normalize(target text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN lower($1);
CREATE FUNCTION pgroonga_stand_in_match(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN strpos(lower($1), lower($2)) > 0;
CREATE FUNCTION pgroonga_stand_in_match(jsonb, text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN strpos(lower($1::text), lower($2)) > 0;
CREATE OPERATOR &@ (LEFTARG = text, RIGHTARG = text, FUNCTION = pgroonga_stand_in_match);
CREATE OPERATOR &@~ (LEFTARG = text, RIGHTARG = text, FUNCTION = pgroonga_stand_in_match);
CREATE OPERATOR %% (LEFTARG = text, RIGHTARG = text, FUNCTION = pgroonga_stand_in_match);
CREATE OPERATOR &@ (LEFTARG = jsonb, RIGHTARG = text, FUNCTION = pgroonga_stand_in_match);
CREATE OPERATOR &@~ (LEFTARG = jsonb, RIGHTARG = text, FUNCTION = pgroonga_stand_in_match);
DO $$
DECLARE
  line text[];
BEGIN
  FOREACH line SLICE 1 IN ARRAY ARRAY[
    ['pgroonga_text_full_text_search_ops_v2', 'DEFAULT', 'text', 'bttextcmp'], ['pgroonga_text_full_text_search_ops', '', 'text', 'bttextcmp'], ['pgroonga_text_term_search_ops_v2', '', 'text', 'bttextcmp'],
    ['pgroonga_text_regexp_ops_v2', '', 'text', 'bttextcmp'], ['pgroonga_varchar_term_search_ops_v2', 'DEFAULT', 'varchar', 'bttextcmp'], ['pgroonga_varchar_full_text_search_ops_v2', '', 'varchar', 'bttextcmp'],
    ['pgroonga_text_array_full_text_search_ops_v2', 'DEFAULT', 'text[]', 'btarraycmp'], ['pgroonga_jsonb_ops_v2', 'DEFAULT', 'jsonb', 'jsonb_cmp'], ['pgroonga_jsonb_full_text_search_ops_v2', '', 'jsonb', 'jsonb_cmp'],
    ['pgroonga_int4_ops', 'DEFAULT', 'int4', 'btint4cmp'], ['pgroonga_int8_ops', 'DEFAULT', 'int8', 'btint8cmp'], ['pgroonga_bool_ops', 'DEFAULT', 'bool', 'btboolcmp'],
    ['pgroonga_timestamp_ops', 'DEFAULT', 'timestamp', 'timestamp_cmp'], ['pgroonga_timestamptz_ops', 'DEFAULT', 'timestamptz', 'timestamptz_cmp']
  ] LOOP
    EXECUTE pg_catalog.format('CREATE OPERATOR CLASS %1$s %2$s FOR TYPE %3$s USING pgroonga AS FUNCTION 1 (%3$s, %3$s) %4$s(%5$s, %5$s)', line[1], line[2], line[3], line[4],
      CASE line[3] WHEN 'varchar' THEN 'text' WHEN 'text[]' THEN 'anyarray' ELSE line[3] END);
  END LOOP;
END $$;
