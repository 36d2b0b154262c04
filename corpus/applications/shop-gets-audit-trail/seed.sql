INSERT INTO customers VALUES (1, 'Ada', 'ada@example.com');
INSERT INTO orders VALUES (1, 1, 'new', 12.50);
INSERT INTO order_lines VALUES (1, 1, 'abc', 2);
