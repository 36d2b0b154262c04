CREATE TABLE base (id int PRIMARY KEY, a int);
CREATE VIEW v AS SELECT id, a FROM base;
CREATE FUNCTION to_json(r v) RETURNS json LANGUAGE sql STABLE AS $$ SELECT row_to_json(r) $$;
CREATE FUNCTION v_insert() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE r v; BEGIN r := NEW; INSERT INTO base VALUES (r.id, r.a); RETURN r; END $$;
CREATE TRIGGER v_insert INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION v_insert();
CREATE VIEW v_json AS SELECT to_json(v) AS j FROM v;
