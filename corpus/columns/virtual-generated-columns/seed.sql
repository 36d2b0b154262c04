INSERT INTO items (id, price, quantity) VALUES (1, 4, 2);
