CREATE FUNCTION lev(text, text) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT RETURN 0::float8;
CREATE FUNCTION cosine(text, text) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT RETURN 0::float8;
CREATE FUNCTION jaccard(text, text) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT RETURN 0::float8;
CREATE FUNCTION jarowinkler(text, text) RETURNS double precision LANGUAGE sql IMMUTABLE STRICT RETURN 0::float8;
