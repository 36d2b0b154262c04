-- control: relocatable = false, requires = 'pgcrypto'
CREATE FUNCTION url_encode(data bytea) RETURNS text LANGUAGE sql IMMUTABLE RETURN translate(encode($1, 'base64'), E'+/=\n', '-_');
CREATE FUNCTION url_decode(data text) RETURNS bytea LANGUAGE sql IMMUTABLE RETURN decode(rpad(translate($1, '-_', '+/'), (length($1) + 3) / 4 * 4, '='), 'base64');
CREATE FUNCTION algorithm_sign(signables text, secret text, algorithm text) RETURNS text LANGUAGE sql IMMUTABLE RETURN 'stand-in'::text;
CREATE FUNCTION sign(payload json, secret text, algorithm text DEFAULT 'HS256') RETURNS text LANGUAGE sql IMMUTABLE RETURN 'stand-in'::text;
CREATE FUNCTION verify(token text, secret text, algorithm text DEFAULT 'HS256', OUT header json, OUT payload json, OUT valid boolean) RETURNS record LANGUAGE sql IMMUTABLE BEGIN ATOMIC SELECT NULL::json, NULL::json, NULL::boolean; END;
CREATE FUNCTION try_cast_double(inp text) RETURNS double precision LANGUAGE sql IMMUTABLE RETURN NULL::float8;
