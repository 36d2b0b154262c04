CREATE SCHEMA auth;
CREATE TABLE docs (id int PRIMARY KEY, owner uuid NOT NULL);
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON docs USING (owner = current_setting('request.jwt.sub')::uuid);
