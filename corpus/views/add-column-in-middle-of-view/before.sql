CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL, email text);

CREATE VIEW customer_list AS SELECT id, name FROM customers;
COMMENT ON VIEW customer_list IS 'For the support desk';
COMMENT ON COLUMN customer_list.name IS 'As on the invoice';
GRANT SELECT ON customer_list TO reader;
GRANT UPDATE (name) ON customer_list TO support;
