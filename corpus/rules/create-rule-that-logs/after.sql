CREATE TABLE t (id int PRIMARY KEY, x int);
CREATE TABLE log (id int, at timestamptz DEFAULT now());

CREATE RULE no_delete AS ON DELETE TO t WHERE OLD.x > 0 DO INSTEAD NOTHING;
CREATE RULE log_insert AS ON INSERT TO t DO ALSO INSERT INTO log (id) VALUES (NEW.id);
COMMENT ON RULE log_insert ON t IS 'Before we had triggers';
