CREATE TABLE accounts (id int CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL, deleted_at timestamptz);
CREATE INDEX users_email ON accounts (email);
CREATE VIEW users AS SELECT id, email FROM accounts WHERE deleted_at IS NULL;
