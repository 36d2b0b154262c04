CREATE TABLE orgs (id bigint PRIMARY KEY, owner text NOT NULL);
CREATE TABLE docs (id int PRIMARY KEY, org bigint NOT NULL);
ALTER TABLE orgs ENABLE ROW LEVEL SECURITY;
ALTER TABLE docs ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON orgs TO authenticated USING (owner = current_user) WITH CHECK (owner = current_user);
CREATE POLICY own ON docs AS RESTRICTIVE FOR UPDATE USING (org IN (SELECT o.id FROM orgs o WHERE o.owner = current_user));
COMMENT ON POLICY own ON docs IS 'By the organisation';
