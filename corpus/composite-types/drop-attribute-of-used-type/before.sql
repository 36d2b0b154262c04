CREATE TYPE address AS (street text, fax text, city text);
CREATE TABLE shops (id int PRIMARY KEY, address address);
