CREATE TABLE t (id int PRIMARY KEY, x int);
CREATE TABLE archive (id int, x int);
CREATE RULE to_archive AS ON DELETE TO t DO ALSO INSERT INTO archive VALUES (OLD.id, OLD.x);
