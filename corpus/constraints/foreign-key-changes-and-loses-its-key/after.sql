CREATE TABLE accounts (code text NOT NULL, id integer PRIMARY KEY);
CREATE TABLE notes (account integer CONSTRAINT notes_account_fkey REFERENCES accounts (id));
CREATE TABLE invoices (account integer CONSTRAINT invoices_account_fkey REFERENCES accounts (id));
CREATE TABLE payments (account integer CONSTRAINT payments_account_fkey REFERENCES accounts (id) DEFERRABLE INITIALLY DEFERRED);
