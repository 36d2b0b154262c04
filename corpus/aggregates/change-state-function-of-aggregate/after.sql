CREATE FUNCTION keep_first(text, text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT $1 $$;
CREATE FUNCTION keep_last(text, text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT $2 $$;

CREATE AGGREGATE pick(text) (SFUNC = keep_last, STYPE = text);
GRANT EXECUTE ON FUNCTION pick(text) TO reader;
COMMENT ON AGGREGATE pick(text) IS 'Picks one';
CREATE VIEW v AS SELECT pick(relname::text ORDER BY relname) AS p FROM pg_class;
