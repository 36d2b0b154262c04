CREATE TYPE address AS (street text, zip varchar(10), city text COLLATE "C");
COMMENT ON TYPE address IS 'Postal';
COMMENT ON COLUMN address.zip IS 'With letters in some countries';
CREATE TABLE shops (id int PRIMARY KEY, address address, branches address[]);
CREATE FUNCTION label(a address) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT a.street || ', ' || a.city $$;
CREATE INDEX shops_city ON shops (((address).city));
