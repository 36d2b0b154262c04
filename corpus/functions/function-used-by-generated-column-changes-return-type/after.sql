CREATE FUNCTION cents(n numeric) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT (n * 100)::bigint $$;
CREATE TABLE prices (id int PRIMARY KEY, price numeric NOT NULL, cents bigint GENERATED ALWAYS AS (cents(price)) STORED);
CREATE INDEX prices_cents ON prices (cents);
