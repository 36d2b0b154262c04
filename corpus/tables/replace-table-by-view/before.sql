CREATE TABLE accounts (id int PRIMARY KEY, name text, active boolean DEFAULT true);
CREATE TABLE active_accounts (id int, name text);
CREATE INDEX active_accounts_name ON active_accounts (name);
COMMENT ON TABLE active_accounts IS 'filled by a job';
