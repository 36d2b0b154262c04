CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');

CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL, b email);
CREATE UNIQUE INDEX t_a ON t (a);
