CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');

CREATE TABLE t (id int PRIMARY KEY, a email NOT NULL, b text);
CREATE UNIQUE INDEX t_a ON t (a);
