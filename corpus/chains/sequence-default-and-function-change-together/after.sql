CREATE SCHEMA billing;
CREATE SEQUENCE billing.invoice_numbers AS bigint START 1000 INCREMENT 10;
CREATE FUNCTION billing.next_number(prefix text DEFAULT 'R') RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT prefix || nextval('billing.invoice_numbers') $$;
CREATE TABLE invoices (id int PRIMARY KEY, number text NOT NULL DEFAULT billing.next_number());
CREATE UNIQUE INDEX invoices_number ON invoices (number);
