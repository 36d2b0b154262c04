CREATE TABLE users (id serial PRIMARY KEY, email text NOT NULL UNIQUE, boss int REFERENCES users, CHECK (id > 0));
CREATE INDEX users_boss_idx ON users (boss);
CREATE TABLE posts (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users ON DELETE CASCADE);
CREATE VIEW emails AS SELECT email FROM users;
CREATE FUNCTION email_of(who int) RETURNS text LANGUAGE sql STABLE BEGIN ATOMIC SELECT email FROM users WHERE id = who; END;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touched BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
COMMENT ON TABLE users IS 'people';
GRANT SELECT ON users TO reader;
