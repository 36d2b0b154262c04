CREATE TABLE jobs (
  id integer PRIMARY KEY,
  size integer NOT NULL DEFAULT 1,
  title text,
  updated_at timestamptz NOT NULL DEFAULT '2026-01-01'
);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.updated_at := now(); RETURN NEW; END';
CREATE TRIGGER "Touch" BEFORE UPDATE ON jobs FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER "touch again" BEFORE UPDATE ON jobs FOR EACH ROW
  WHEN (old.* IS DISTINCT FROM new.* AND new.title <> '') EXECUTE FUNCTION touch();
COMMENT ON TRIGGER "Touch" ON jobs IS 'when it was changed';
