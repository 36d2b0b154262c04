INSERT INTO categories (name) VALUES ('books');
INSERT INTO products (category, sku, name, price) VALUES (1, 'b1', 'Solaris', 9.90);
INSERT INTO customers (email, address) VALUES ('ada@example.com', 'Main 1');
INSERT INTO orders (customer, state) VALUES (1, 'paid');
INSERT INTO order_items VALUES (1, 1, 2, 9.90);
