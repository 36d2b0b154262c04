INSERT INTO orders VALUES (1, 'eu', 5);
INSERT INTO orders_us VALUES (2, 'us', 7), (3, 'ca', 1);
