CREATE EXTENSION moddatetime;
CREATE TABLE docs (id int PRIMARY KEY, body text, tsv tsvector, updated_at timestamptz);

CREATE TRIGGER fill_tsv BEFORE INSERT OR UPDATE ON docs FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(tsv, 'pg_catalog.simple', body);
CREATE TRIGGER stamp BEFORE UPDATE ON docs FOR EACH ROW EXECUTE FUNCTION moddatetime(updated_at);
CREATE TRIGGER skip_same BEFORE UPDATE ON docs FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
