CREATE TABLE t (id int PRIMARY KEY, x int);
CREATE TABLE trash (id int, x int, at timestamptz DEFAULT now());
CREATE RULE to_archive AS ON DELETE TO t DO ALSO INSERT INTO trash VALUES (OLD.id, OLD.x);
