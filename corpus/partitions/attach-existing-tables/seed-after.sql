INSERT INTO orders VALUES (1, 'eu', 5), (2, 'us', 7);
