INSERT INTO customers VALUES (1);
INSERT INTO invoices (customer_id, total) VALUES (1, 10), (1, 0);
