CREATE FUNCTION text_from_sql(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'prsd_lextype';
CREATE TRANSFORM FOR text LANGUAGE sql (FROM SQL WITH FUNCTION text_from_sql(internal));

CREATE FUNCTION shout(t text) RETURNS text LANGUAGE sql AS $$ SELECT upper(t) $$;
