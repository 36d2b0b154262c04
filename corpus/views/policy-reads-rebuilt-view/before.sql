CREATE TABLE members (org int NOT NULL, login text NOT NULL, role text NOT NULL, PRIMARY KEY (org, login));
CREATE TABLE docs (id int PRIMARY KEY, org int NOT NULL, body text);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;

CREATE VIEW my_orgs AS SELECT org FROM members WHERE login = current_user;
CREATE POLICY docs_of_my_orgs ON docs FOR SELECT TO authenticated USING (org IN (SELECT org FROM my_orgs));
COMMENT ON POLICY docs_of_my_orgs ON docs IS 'Members see the documents';
