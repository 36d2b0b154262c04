CREATE FUNCTION join_all(sep text, parts text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT array_to_string(parts, sep) $$;
CREATE FUNCTION first_of(anycompatiblearray) RETURNS anycompatible LANGUAGE sql IMMUTABLE AS $$ SELECT $1[1] $$;
CREATE FUNCTION count_all(VARIADIC "any") RETURNS int LANGUAGE internal IMMUTABLE AS 'pg_num_nulls';
