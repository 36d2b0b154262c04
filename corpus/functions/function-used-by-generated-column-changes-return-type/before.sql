CREATE FUNCTION cents(n numeric) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT (n * 100)::int $$;
CREATE TABLE prices (id int PRIMARY KEY, price numeric NOT NULL, cents int GENERATED ALWAYS AS (cents(price)) STORED);
CREATE INDEX prices_cents ON prices (cents);
