CREATE TYPE address AS (street text, city text, country char(2));
CREATE TABLE shops (id int PRIMARY KEY, address address, branches address[]);
CREATE VIEW cities AS SELECT id, (address).city, (address).country FROM shops;
CREATE FUNCTION label(a address) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT a.street || a.country $$;
