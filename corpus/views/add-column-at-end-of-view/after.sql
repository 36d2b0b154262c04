CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL, email text, created_at timestamptz NOT NULL DEFAULT now());

CREATE VIEW customer_list AS SELECT id, name, email FROM customers;
GRANT SELECT ON customer_list TO reader;
