CREATE TYPE address AS (street text, city text);
CREATE TABLE shops (id int PRIMARY KEY, address address, branches address[]);
CREATE VIEW cities AS SELECT id, (address).city FROM shops;
CREATE FUNCTION label(a address) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT a.street $$;
