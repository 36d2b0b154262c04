CREATE TABLE memberships (id int PRIMARY KEY, org int NOT NULL, login name NOT NULL, role text);
CREATE TABLE docs (id int PRIMARY KEY, org int NOT NULL);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_my_orgs ON docs FOR SELECT USING (EXISTS (SELECT FROM memberships m WHERE m.org = docs.org AND m.login = current_user AND m.role <> 'guest'));
