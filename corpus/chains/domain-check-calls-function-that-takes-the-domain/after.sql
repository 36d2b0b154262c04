CREATE DOMAIN code AS text;
CREATE FUNCTION code_ok(c code) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT length(c) < 10 $$;
CREATE FUNCTION text_ok(c text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT length(c) > 0 $$;
ALTER DOMAIN code ADD CONSTRAINT not_empty CHECK (text_ok(VALUE));
CREATE TABLE t (id int PRIMARY KEY, code code CONSTRAINT short CHECK (code_ok(code)));
CREATE VIEW v AS SELECT id, code_ok(code) AS ok FROM t;
