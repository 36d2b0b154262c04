CREATE TABLE accounts (id serial PRIMARY KEY, email text NOT NULL UNIQUE, boss int REFERENCES accounts, CHECK (id > 0));
CREATE INDEX accounts_boss_idx ON accounts (boss);
CREATE TABLE posts (id int PRIMARY KEY, user_id int NOT NULL REFERENCES accounts ON DELETE CASCADE);
CREATE VIEW emails AS SELECT email FROM accounts;
CREATE FUNCTION email_of(who int) RETURNS text LANGUAGE sql STABLE BEGIN ATOMIC SELECT email FROM accounts WHERE id = who; END;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touched BEFORE UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION touch();
COMMENT ON TABLE accounts IS 'people';
GRANT SELECT ON accounts TO reader;
