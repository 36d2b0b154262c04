CREATE TABLE members (org int NOT NULL, login name NOT NULL, PRIMARY KEY (org, login));
CREATE TABLE docs (id int PRIMARY KEY, org int NOT NULL);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_my_orgs ON docs FOR SELECT USING (EXISTS (SELECT FROM members m WHERE m.org = docs.org AND m.login = current_user));
