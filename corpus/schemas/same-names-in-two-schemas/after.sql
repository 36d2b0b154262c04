CREATE SCHEMA a;
CREATE SCHEMA b;

CREATE TYPE a.kind AS ENUM ('x', 'y');
CREATE TYPE b.kind AS ENUM ('x');
CREATE TABLE a.t (id int PRIMARY KEY, k b.kind);
CREATE TABLE b.t (id int PRIMARY KEY, k a.kind);
CREATE INDEX t_k ON a.t (k);
CREATE INDEX t_k ON b.t (k DESC);
CREATE VIEW a.v AS SELECT id FROM a.t;
