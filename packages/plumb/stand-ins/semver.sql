CREATE DOMAIN semver AS text COLLATE "C" CHECK (VALUE ~ '^\d+\.\d+\.\d+');
CREATE FUNCTION to_semver(text) RETURNS semver LANGUAGE sql IMMUTABLE STRICT RETURN $1::semver;
CREATE FUNCTION is_semver(text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT RETURN $1 ~ '^\d+\.\d+\.\d+';
CREATE FUNCTION get_semver_major(semver) RETURNS integer LANGUAGE sql IMMUTABLE STRICT RETURN split_part($1, '.', 1)::integer;
CREATE FUNCTION get_semver_minor(semver) RETURNS integer LANGUAGE sql IMMUTABLE STRICT RETURN split_part($1, '.', 2)::integer;
CREATE FUNCTION get_semver_patch(semver) RETURNS integer LANGUAGE sql IMMUTABLE STRICT RETURN substring(split_part($1, '.', 3) from '^\d+')::integer;
