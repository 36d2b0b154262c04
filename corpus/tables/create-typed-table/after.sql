CREATE TYPE address AS (street text, city text, zip varchar(10));
CREATE TABLE addresses OF address (PRIMARY KEY (street, zip), city WITH OPTIONS DEFAULT 'Kiel' NOT NULL);
CREATE INDEX addresses_city ON addresses (city);
