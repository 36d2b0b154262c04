INSERT INTO prices (id, price) VALUES (1, 9.99);
