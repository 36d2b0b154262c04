-- control: relocatable = false, schema = paradedb
-- A bm25 index covers columns of any type: every one is compared as its rows' text would be, which nobody asks of it.
CREATE ACCESS METHOD bm25 TYPE INDEX HANDLER bthandler;
CREATE FUNCTION stand_in_order(anyelement, anyelement) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT 0';
CREATE FUNCTION stand_in_matches(anyelement, text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT true';
CREATE OPERATOR pg_catalog.@@@ (LEFTARG = anyelement, RIGHTARG = text, FUNCTION = stand_in_matches);
CREATE OPERATOR CLASS anyelement_bm25_ops DEFAULT FOR TYPE anyelement USING bm25 AS FUNCTION 1 (anyelement, anyelement) stand_in_order(anyelement, anyelement);
CREATE FUNCTION score(anyelement) RETURNS real LANGUAGE sql STABLE STRICT PARALLEL SAFE AS 'SELECT 0::real';
CREATE FUNCTION snippet(field anyelement, start_tag text DEFAULT '<b>', end_tag text DEFAULT '</b>', max_num_chars integer DEFAULT 150) RETURNS text LANGUAGE sql STABLE STRICT PARALLEL SAFE AS 'SELECT $1::text';
