CREATE TABLE t (id int PRIMARY KEY, x bigint);
CREATE TABLE history (id int, x bigint);
CREATE RULE keep AS ON UPDATE TO t WHERE NEW.x <> OLD.x DO ALSO INSERT INTO history VALUES (OLD.id, OLD.x);
COMMENT ON RULE keep ON t IS 'Keeps old values';
