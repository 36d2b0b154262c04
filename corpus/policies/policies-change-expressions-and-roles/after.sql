CREATE TABLE docs (id int PRIMARY KEY, org int NOT NULL, owner name, public boolean NOT NULL DEFAULT false);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;

CREATE POLICY see ON docs FOR SELECT TO anon, authenticated USING (public OR owner = current_user);
CREATE POLICY change ON docs FOR UPDATE TO editor USING (owner = current_user) WITH CHECK (owner = current_user AND NOT public);
CREATE POLICY remove ON docs FOR DELETE TO PUBLIC USING (owner = session_user);
COMMENT ON POLICY change ON docs IS 'Editors';
