CREATE TABLE docs (id int PRIMARY KEY, org int NOT NULL, owner name, public boolean NOT NULL DEFAULT false);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;

CREATE POLICY see ON docs FOR SELECT USING (public);
CREATE POLICY change ON docs FOR UPDATE TO editor USING (owner = current_user) WITH CHECK (owner = current_user);
CREATE POLICY remove ON docs FOR DELETE TO editor, app_owner USING (true);
COMMENT ON POLICY change ON docs IS 'Editors';
