CREATE FUNCTION time_diff(a time, b time) RETURNS float8 LANGUAGE sql IMMUTABLE STRICT AS $$ SELECT extract(epoch FROM a - b)::float8 $$;
CREATE TYPE timerange AS RANGE (subtype = time, subtype_diff = time_diff, multirange_type_name = time_ranges);
COMMENT ON TYPE timerange IS 'Within a day';
GRANT USAGE ON TYPE timerange TO reader;
CREATE TYPE textrange AS RANGE (subtype = text, collation = "C", subtype_opclass = text_pattern_ops);
CREATE TABLE shifts (id int PRIMARY KEY, during timerange, pauses time_ranges DEFAULT '{}', words textrange);
CREATE INDEX shifts_during ON shifts USING gist (during);
