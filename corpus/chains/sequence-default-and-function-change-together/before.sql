CREATE SEQUENCE invoice_seq START 100;
CREATE TABLE invoices (id int PRIMARY KEY, number text NOT NULL DEFAULT 'R' || nextval('invoice_seq'));
