CREATE TABLE users (id int PRIMARY KEY, display_name text NOT NULL CHECK (display_name <> ''), email text);
CREATE INDEX users_name_idx ON users (lower(display_name)) WHERE display_name IS NOT NULL;
CREATE VIEW names AS SELECT id, display_name AS name FROM users;
CREATE POLICY visible ON users USING (display_name <> 'secret');
COMMENT ON COLUMN users.display_name IS 'what to call them';
GRANT UPDATE (display_name) ON users TO app;
