CREATE TYPE pricerange AS RANGE (subtype = numeric, multirange_type_name = price_ranges);
CREATE FUNCTION width(r pricerange) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT upper(r) - lower(r) $$;
CREATE FUNCTION gaps(r price_ranges) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT 0 $$;
