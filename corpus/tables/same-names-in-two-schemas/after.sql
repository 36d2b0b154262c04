CREATE SCHEMA eu;
CREATE SCHEMA us;
CREATE TYPE eu.status AS ENUM ('new', 'old', 'gone');
CREATE TYPE us.status AS ENUM ('fresh', 'stale');
CREATE TABLE eu.orders (id int PRIMARY KEY, status eu.status DEFAULT 'old');
CREATE TABLE us.orders (id int PRIMARY KEY, status us.status DEFAULT 'fresh', ref int REFERENCES eu.orders);
CREATE INDEX orders_status ON eu.orders (status) WHERE status <> 'old';
CREATE VIEW orders AS SELECT id, status::text FROM eu.orders UNION ALL SELECT id, status::text FROM us.orders;
