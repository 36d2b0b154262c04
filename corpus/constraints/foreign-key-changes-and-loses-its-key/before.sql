CREATE TABLE accounts (code text PRIMARY KEY, id integer NOT NULL, CONSTRAINT accounts_id_key UNIQUE (id));
CREATE TABLE notes (account integer CONSTRAINT notes_account_fkey REFERENCES accounts (id) ON DELETE CASCADE);
CREATE TABLE invoices (account integer CONSTRAINT invoices_account_fkey REFERENCES accounts (id));
CREATE TABLE payments (account integer CONSTRAINT payments_account_fkey REFERENCES accounts (id) DEFERRABLE);
