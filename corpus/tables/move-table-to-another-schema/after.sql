CREATE SCHEMA billing;
CREATE TABLE customers (id int PRIMARY KEY);
CREATE TABLE billing.invoices (id serial PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, total numeric);
CREATE INDEX invoices_customer ON billing.invoices (customer_id);
CREATE VIEW unpaid AS SELECT id FROM billing.invoices WHERE total > 0;
