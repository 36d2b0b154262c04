CREATE FUNCTION show_bigm(text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN ARRAY[$1];
CREATE FUNCTION bigm_similarity(text, text) RETURNS real LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN 0::real;
CREATE FUNCTION likequery(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN '%' || $1 || '%';
CREATE FUNCTION bigm_stand_in_extract(text, internal, internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE AS 'gin_extract_tsvector';
CREATE OPERATOR =% (LEFTARG = text, RIGHTARG = text, FUNCTION = texteq);
CREATE OPERATOR CLASS gin_bigm_ops FOR TYPE text USING gin AS OPERATOR 1 ~~ (text, text), FUNCTION 1 bttextcmp(text, text), FUNCTION 2 bigm_stand_in_extract(text, internal, internal),
  FUNCTION 3 gin_extract_tsquery(tsvector, internal, smallint, internal, internal, internal, internal), FUNCTION 4 gin_tsquery_consistent(internal, smallint, tsvector, integer, internal, internal, internal, internal), STORAGE text;
