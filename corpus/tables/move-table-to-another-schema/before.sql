CREATE TABLE customers (id int PRIMARY KEY);
CREATE TABLE invoices (id serial PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, total numeric);
CREATE INDEX invoices_customer ON invoices (customer_id);
CREATE VIEW unpaid AS SELECT id FROM invoices WHERE total > 0;
