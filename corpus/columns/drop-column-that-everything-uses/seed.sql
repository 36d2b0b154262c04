INSERT INTO products (id, sku, price, discount) VALUES (1, 'a', 10, 2), (2, 'b', 5, 0);
