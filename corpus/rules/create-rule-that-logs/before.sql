CREATE TABLE t (id int PRIMARY KEY, x int);
CREATE TABLE log (id int, at timestamptz DEFAULT now());

CREATE RULE no_delete AS ON DELETE TO t DO INSTEAD NOTHING;
