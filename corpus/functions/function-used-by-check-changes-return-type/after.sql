CREATE FUNCTION valid_iban(t text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN t ~ '^[A-Z]{2}' THEN 'ok' END $$;
CREATE TABLE accounts (id int PRIMARY KEY, iban text NOT NULL, CONSTRAINT iban_is_valid CHECK (valid_iban(iban) IS NOT NULL));
