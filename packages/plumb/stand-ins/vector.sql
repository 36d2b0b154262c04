-- Values are kept as the JSON arrays that they are written as, so distances are real and only the indexes are not.
CREATE TYPE vector;
CREATE TYPE halfvec;
CREATE TYPE sparsevec;

-- Modifiers are a number in parentheses, as those of bit: vector(1536).
DO $$
DECLARE
  kind text;
  text_io bool;
BEGIN
  FOREACH kind IN ARRAY ARRAY['vector', 'halfvec', 'sparsevec'] LOOP
    text_io := kind = 'sparsevec';
    EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_in(cstring) RETURNS %1$s LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS %2$L', kind, CASE WHEN text_io THEN 'textin' ELSE 'json_in' END);
    EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_out(%1$s) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS %2$L', kind, CASE WHEN text_io THEN 'textout' ELSE 'json_out' END);
    EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_recv(internal) RETURNS %1$s LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS %2$L', kind, CASE WHEN text_io THEN 'textrecv' ELSE 'json_recv' END);
    EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_send(%1$s) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS %2$L', kind, CASE WHEN text_io THEN 'textsend' ELSE 'json_send' END);
    EXECUTE pg_catalog.format('CREATE FUNCTION %s_typmod_in(cstring[]) RETURNS integer LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS ''bittypmodin''', kind);
    EXECUTE pg_catalog.format('CREATE FUNCTION %s_typmod_out(integer) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS ''bittypmodout''', kind);
    EXECUTE pg_catalog.format('CREATE TYPE %1$s (INPUT = %1$s_in, OUTPUT = %1$s_out, RECEIVE = %1$s_recv, SEND = %1$s_send, TYPMOD_IN = %1$s_typmod_in, TYPMOD_OUT = %1$s_typmod_out, STORAGE = external)', kind);
    EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_numbers(%1$s) RETURNS double precision[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN %2$s', kind,
      CASE WHEN text_io
        -- {1:0.5,3:2}/3
        THEN pg_catalog.format('(SELECT pg_catalog.array_agg(coalesce((pg_catalog.regexp_match(%1$s_out($1)::pg_catalog.text, ''[{,]'' || i || '':([^,}]+)''))[1]::pg_catalog.float8, 0) ORDER BY i) FROM pg_catalog.generate_series(1, pg_catalog.split_part(%1$s_out($1)::pg_catalog.text, ''/'', 2)::pg_catalog.int4) AS i)', kind)
        ELSE pg_catalog.format('pg_catalog.translate(%s_out($1)::pg_catalog.text, ''[]'', ''{}'')::pg_catalog.float8[]', kind)
      END);
  END LOOP;
END $$;

CREATE FUNCTION vector_dims(vector) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN cardinality(vector_numbers($1));
CREATE FUNCTION vector_dims(halfvec) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN cardinality(halfvec_numbers($1));
CREATE FUNCTION sparsevec_dims(sparsevec) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN cardinality(sparsevec_numbers($1));

-- The length that a column asks for is kept to, as by the real types.
CREATE FUNCTION stand_in_refuse_dimensions(wanted integer, given integer) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RAISE data_exception USING message = pg_catalog.format('expected %s dimensions, not %s', wanted, given);
END $$;
DO $$
DECLARE
  kind text;
BEGIN
  FOREACH kind IN ARRAY ARRAY['vector', 'halfvec', 'sparsevec'] LOOP
    EXECUTE pg_catalog.format('CREATE FUNCTION %1$s(%1$s, integer, boolean) RETURNS %1$s LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN CASE WHEN $2 = -1 OR cardinality(%1$s_numbers($1)) = $2 THEN $1 ELSE stand_in_refuse_dimensions($2, cardinality(%1$s_numbers($1)))::text::%1$s END', kind);
    EXECUTE pg_catalog.format('CREATE CAST (%1$s AS %1$s) WITH FUNCTION %1$s(%1$s, integer, boolean) AS IMPLICIT', kind);
  END LOOP;
END $$;

CREATE FUNCTION numbers_to_vector(double precision[]) RETURNS vector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN vector_in(array_to_json($1)::text::cstring);
CREATE FUNCTION numbers_to_halfvec(double precision[]) RETURNS halfvec LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN halfvec_in(array_to_json($1)::text::cstring);
CREATE FUNCTION numbers_to_sparsevec(double precision[]) RETURNS sparsevec LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN sparsevec_in(('{' || coalesce((SELECT string_agg(i || ':' || number, ',' ORDER BY i) FROM unnest($1) WITH ORDINALITY AS each(number, i) WHERE number <> 0), '') || '}/' || cardinality($1))::cstring);

-- Casts between the types, and from and to arrays.
DO $$
DECLARE
  kind text;
  element text;
  other text;
BEGIN
  FOREACH kind IN ARRAY ARRAY['vector', 'halfvec', 'sparsevec'] LOOP
    FOREACH element IN ARRAY ARRAY['integer', 'real', 'double precision', 'numeric'] LOOP
      EXECUTE pg_catalog.format('CREATE FUNCTION array_to_%1$s(%2$s[], integer, boolean) RETURNS %1$s LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN %1$s(numbers_to_%1$s($1::pg_catalog.float8[]), $2, $3)', kind, element);
      EXECUTE pg_catalog.format('CREATE CAST (%2$s[] AS %1$s) WITH FUNCTION array_to_%1$s(%2$s[], integer, boolean) AS ASSIGNMENT', kind, element);
    END LOOP;
    FOREACH other IN ARRAY array_remove(ARRAY['vector', 'halfvec', 'sparsevec'], kind) LOOP
      EXECUTE pg_catalog.format('CREATE FUNCTION %2$s_to_%1$s(%2$s, integer, boolean) RETURNS %1$s LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN %1$s(numbers_to_%1$s(%2$s_numbers($1)), $2, $3)', kind, other);
      EXECUTE pg_catalog.format('CREATE CAST (%2$s AS %1$s) WITH FUNCTION %2$s_to_%1$s(%2$s, integer, boolean) AS %3$s', kind, other,
        CASE WHEN kind = 'sparsevec' OR (kind = 'halfvec' AND other = 'vector') THEN 'IMPLICIT' ELSE 'ASSIGNMENT' END);
    END LOOP;
  END LOOP;
END $$;
CREATE FUNCTION vector_to_float4(vector, integer, boolean) RETURNS real[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN vector_numbers($1)::real[];
CREATE CAST (vector AS real[]) WITH FUNCTION vector_to_float4(vector, integer, boolean) AS IMPLICIT;
CREATE FUNCTION halfvec_to_float4(halfvec, integer, boolean) RETURNS real[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN halfvec_numbers($1)::real[];
CREATE CAST (halfvec AS real[]) WITH FUNCTION halfvec_to_float4(halfvec, integer, boolean) AS ASSIGNMENT;

-- Distances, arithmetic and order.
DO $$
DECLARE
  kind text;
  pairs text;
  line text[];
BEGIN
  FOREACH kind IN ARRAY ARRAY['vector', 'halfvec', 'sparsevec'] LOOP
    pairs := pg_catalog.format('FROM ROWS FROM (unnest(%1$s_numbers($1)), unnest(%1$s_numbers($2))) AS pair(a, b)', kind);
    FOREACH line SLICE 1 IN ARRAY ARRAY[
      ['l2_distance', 'sqrt(sum((a - b) ^ 2))'],
      ['inner_product', 'sum(a * b)'],
      ['cosine_distance', '1 - sum(a * b) / nullif(sqrt(sum(a * a) * sum(b * b)), 0)'],
      ['l1_distance', 'sum(abs(a - b))'],
      [kind || '_l2_squared_distance', 'sum((a - b) ^ 2)'],
      [kind || '_negative_inner_product', '-sum(a * b)']
    ] LOOP
      EXECUTE pg_catalog.format('CREATE FUNCTION %1$s(%2$s, %2$s) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN (SELECT %3$s %4$s)', line[1], kind, line[2], pairs);
    END LOOP;
    IF kind <> 'sparsevec' THEN
      EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_spherical_distance(%1$s, %1$s) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN acos(1 - cosine_distance($1, $2)) / pi()', kind);
      FOREACH line SLICE 1 IN ARRAY ARRAY[['add', '+'], ['sub', '-'], ['mul', '*']] LOOP
        EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_%2$s(%1$s, %1$s) RETURNS %1$s LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN numbers_to_%1$s((SELECT array_agg(a %3$s b) %4$s))', kind, line[1], line[2], pairs);
        EXECUTE pg_catalog.format('CREATE OPERATOR %3$s (LEFTARG = %1$s, RIGHTARG = %1$s, FUNCTION = %1$s_%2$s%4$s)', kind, line[1], line[2], CASE WHEN line[2] = '-' THEN '' ELSE pg_catalog.format(', COMMUTATOR = %s', line[2]) END);
      END LOOP;
      EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_concat(%1$s, %1$s) RETURNS %1$s LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN numbers_to_%1$s(%1$s_numbers($1) || %1$s_numbers($2))', kind);
      EXECUTE pg_catalog.format('CREATE OPERATOR || (LEFTARG = %1$s, RIGHTARG = %1$s, FUNCTION = %1$s_concat)', kind);
      EXECUTE pg_catalog.format('CREATE FUNCTION subvector(%1$s, integer, integer) RETURNS %1$s LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN numbers_to_%1$s((%1$s_numbers($1))[$2:$2 + $3 - 1])', kind);
      EXECUTE pg_catalog.format('CREATE FUNCTION binary_quantize(%1$s) RETURNS bit LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN (SELECT string_agg(CASE WHEN number > 0 THEN ''1'' ELSE ''0'' END, '''' ORDER BY i) FROM unnest(%1$s_numbers($1)) WITH ORDINALITY AS each(number, i))::varbit::bit', kind);
      EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_accum(double precision[], %1$s) RETURNS double precision[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN (SELECT ARRAY[$1[1] + 1] || array_agg(coalesce(a, 0) + b ORDER BY i) FROM ROWS FROM (unnest($1[2:]), unnest(%1$s_numbers($2))) WITH ORDINALITY AS pair(a, b, i))', kind);
      EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_avg(double precision[]) RETURNS %1$s LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN (SELECT numbers_to_%1$s(array_agg(number / $1[1] ORDER BY i)) FROM unnest($1[2:]) WITH ORDINALITY AS each(number, i))', kind);
      EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_combine(double precision[], double precision[]) RETURNS double precision[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN (SELECT array_agg(coalesce(a, 0) + coalesce(b, 0) ORDER BY i) FROM ROWS FROM (unnest($1), unnest($2)) WITH ORDINALITY AS pair(a, b, i))', kind);
      EXECUTE pg_catalog.format('CREATE AGGREGATE avg(%1$s) (SFUNC = %1$s_accum, STYPE = double precision[], FINALFUNC = %1$s_avg, COMBINEFUNC = %1$s_combine, INITCOND = ''{0}'', PARALLEL = safe)', kind);
      EXECUTE pg_catalog.format('CREATE AGGREGATE sum(%1$s) (SFUNC = %1$s_add, STYPE = %1$s, COMBINEFUNC = %1$s_add, PARALLEL = safe)', kind);
    END IF;
    EXECUTE pg_catalog.format('CREATE FUNCTION l2_normalize(%1$s) RETURNS %1$s LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN (SELECT numbers_to_%1$s(array_agg(a / nullif(norm, 0) ORDER BY i)) FROM unnest(%1$s_numbers($1)) WITH ORDINALITY AS each(a, i), (SELECT sqrt(sum(b * b)) FROM unnest(%1$s_numbers($1)) AS b) AS whole(norm))', kind);
    EXECUTE pg_catalog.format('CREATE FUNCTION %2$s(%1$s) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN (SELECT sqrt(sum(a * a)) FROM unnest(%1$s_numbers($1)) AS a)', kind, CASE WHEN kind = 'vector' THEN 'vector_norm' ELSE 'l2_norm' END);
    FOREACH line SLICE 1 IN ARRAY ARRAY[['<->', 'l2_distance'], ['<#>', kind || '_negative_inner_product'], ['<=>', 'cosine_distance'], ['<+>', 'l1_distance']] LOOP
      EXECUTE pg_catalog.format('CREATE OPERATOR %2$s (LEFTARG = %1$s, RIGHTARG = %1$s, FUNCTION = %3$s, COMMUTATOR = %2$s)', kind, line[1], line[2]);
    END LOOP;
    FOREACH line SLICE 1 IN ARRAY ARRAY[
      ['lt', '<', '>', '>=', 'scalarltsel'], ['le', '<=', '>=', '>', 'scalarlesel'], ['eq', '=', '=', '<>', 'eqsel'],
      ['ne', '<>', '<>', '=', 'neqsel'], ['ge', '>=', '<=', '<', 'scalargesel'], ['gt', '>', '<', '<=', 'scalargtsel']
    ] LOOP
      EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_%2$s(%1$s, %1$s) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN %1$s_numbers($1) %3$s %1$s_numbers($2)', kind, line[1], line[2]);
      EXECUTE pg_catalog.format('CREATE OPERATOR %2$s (LEFTARG = %1$s, RIGHTARG = %1$s, FUNCTION = %1$s_%3$s, COMMUTATOR = %4$s, NEGATOR = %5$s, RESTRICT = %6$s, JOIN = %7$s)', kind, line[2], line[1], line[3], line[4], line[5], replace(line[5], 'sel', 'joinsel'));
    END LOOP;
    EXECUTE pg_catalog.format('CREATE FUNCTION %1$s_cmp(%1$s, %1$s) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN btarraycmp(%1$s_numbers($1), %1$s_numbers($2))', kind);
    EXECUTE pg_catalog.format('CREATE OPERATOR CLASS %1$s_ops DEFAULT FOR TYPE %1$s USING btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 %1$s_cmp(%1$s, %1$s)', kind);
  END LOOP;
END $$;

CREATE FUNCTION hamming_distance(bit, bit) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN bit_count($1 # $2);
CREATE FUNCTION jaccard_distance(bit, bit) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN 1 - bit_count($1 & $2)::float8 / nullif(bit_count($1 | $2), 0);
CREATE OPERATOR <~> (LEFTARG = bit, RIGHTARG = bit, FUNCTION = hamming_distance, COMMUTATOR = <~>);
CREATE OPERATOR <%> (LEFTARG = bit, RIGHTARG = bit, FUNCTION = jaccard_distance, COMMUTATOR = <%>);

-- Hash indexes take one column, no INCLUDE and no UNIQUE, as these do.
CREATE ACCESS METHOD ivfflat TYPE INDEX HANDLER hashhandler;
CREATE ACCESS METHOD hnsw TYPE INDEX HANDLER hashhandler;
CREATE FUNCTION vector_stand_in_hash(vector) RETURNS integer LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashvarlena';
CREATE FUNCTION vector_stand_in_hash(halfvec) RETURNS integer LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashvarlena';
CREATE FUNCTION vector_stand_in_hash(sparsevec) RETURNS integer LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashvarlena';
CREATE FUNCTION vector_stand_in_hash(bit) RETURNS integer LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'hashvarlena';
DO $$
DECLARE
  line text[];
BEGIN
  FOREACH line SLICE 1 IN ARRAY ARRAY[
    ['vector_l2_ops', 'DEFAULT', 'vector', 'ivfflat'], ['vector_ip_ops', '', 'vector', 'ivfflat'], ['vector_cosine_ops', '', 'vector', 'ivfflat'],
    ['halfvec_l2_ops', 'DEFAULT', 'halfvec', 'ivfflat'], ['halfvec_ip_ops', '', 'halfvec', 'ivfflat'], ['halfvec_cosine_ops', '', 'halfvec', 'ivfflat'],
    ['bit_hamming_ops', 'DEFAULT', 'bit', 'ivfflat'],
    ['vector_l2_ops', '', 'vector', 'hnsw'], ['vector_ip_ops', '', 'vector', 'hnsw'], ['vector_cosine_ops', '', 'vector', 'hnsw'], ['vector_l1_ops', '', 'vector', 'hnsw'],
    ['halfvec_l2_ops', '', 'halfvec', 'hnsw'], ['halfvec_ip_ops', '', 'halfvec', 'hnsw'], ['halfvec_cosine_ops', '', 'halfvec', 'hnsw'], ['halfvec_l1_ops', '', 'halfvec', 'hnsw'],
    ['sparsevec_l2_ops', '', 'sparsevec', 'hnsw'], ['sparsevec_ip_ops', '', 'sparsevec', 'hnsw'], ['sparsevec_cosine_ops', '', 'sparsevec', 'hnsw'], ['sparsevec_l1_ops', '', 'sparsevec', 'hnsw'],
    ['bit_hamming_ops', '', 'bit', 'hnsw'], ['bit_jaccard_ops', '', 'bit', 'hnsw']
  ] LOOP
    EXECUTE pg_catalog.format('CREATE OPERATOR CLASS %1$s %2$s FOR TYPE %3$s USING %4$s AS FUNCTION 1 (%3$s, %3$s) vector_stand_in_hash(%3$s)', line[1], line[2], line[3], line[4]);
  END LOOP;
END $$;
