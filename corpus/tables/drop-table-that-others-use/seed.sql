INSERT INTO customers VALUES (1, 'Ann'), (2, 'Bob');
INSERT INTO regions VALUES (1, 'North');
INSERT INTO orders VALUES (10, 1, 1), (11, 2, NULL);
