CREATE SCHEMA eu;
CREATE SCHEMA us;
CREATE TYPE eu.status AS ENUM ('new', 'old');
CREATE TYPE us.status AS ENUM ('fresh', 'stale');
CREATE TABLE eu.orders (id int PRIMARY KEY, status eu.status DEFAULT 'new');
CREATE TABLE us.orders (id int PRIMARY KEY, status us.status DEFAULT 'fresh');
CREATE INDEX orders_status ON eu.orders (status);
CREATE INDEX orders_status ON us.orders (status);
