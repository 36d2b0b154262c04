CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT 'x', CHECK (a IN ('x', 'y')));
CREATE INDEX ON t (a);
CREATE VIEW v AS SELECT * FROM t WHERE id IN (1, 2);
