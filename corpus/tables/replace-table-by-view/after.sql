CREATE TABLE accounts (id int PRIMARY KEY, name text, active boolean DEFAULT true);
CREATE VIEW active_accounts AS SELECT id, name FROM accounts WHERE active;
COMMENT ON VIEW active_accounts IS 'always right';
