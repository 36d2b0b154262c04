CREATE FUNCTION valid_code(code text) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN code ~ '^[a-z]+$';
CREATE TABLE codes (code text PRIMARY KEY CHECK (valid_code(code)), note text DEFAULT valid_code('x')::text);
CREATE INDEX codes_valid ON codes (valid_code(note)) WHERE valid_code(code);
