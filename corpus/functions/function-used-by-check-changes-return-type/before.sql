CREATE FUNCTION valid_iban(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT t ~ '^[A-Z]{2}' $$;
CREATE TABLE accounts (id int PRIMARY KEY, iban text NOT NULL, CONSTRAINT iban_is_valid CHECK (valid_iban(iban)));
