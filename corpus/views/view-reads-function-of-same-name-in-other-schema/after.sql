CREATE SCHEMA app;
CREATE TABLE prices (id int PRIMARY KEY, cents int NOT NULL);
CREATE FUNCTION public.format_price(int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT ($1 / 100.0)::text $$;
CREATE FUNCTION app.format_price(int) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT '€ ' || ($1 / 100.0)::text $$;

SET search_path = app, public;
CREATE VIEW public.price_list AS SELECT id, format_price(cents) AS price FROM prices;
