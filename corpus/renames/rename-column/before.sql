CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL CHECK (name <> ''), email text);
CREATE INDEX users_name_idx ON users (lower(name)) WHERE name IS NOT NULL;
CREATE VIEW names AS SELECT id, name FROM users;
CREATE POLICY visible ON users USING (name <> 'secret');
COMMENT ON COLUMN users.name IS 'what to call them';
GRANT UPDATE (name) ON users TO app;
