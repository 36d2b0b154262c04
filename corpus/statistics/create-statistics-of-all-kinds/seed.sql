INSERT INTO orders VALUES (1, 'Berlin', '10115', '2024-01-01', 5);
