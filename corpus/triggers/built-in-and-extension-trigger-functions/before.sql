CREATE EXTENSION moddatetime;
CREATE TABLE docs (id int PRIMARY KEY, body text, tsv tsvector, updated_at timestamptz);

CREATE TRIGGER fill_tsv BEFORE INSERT OR UPDATE ON docs FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(tsv, 'pg_catalog.english', body);
