CREATE TYPE pricerange AS RANGE (subtype = numeric);
CREATE FUNCTION width(r pricerange) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$ SELECT upper(r) - lower(r) $$;
