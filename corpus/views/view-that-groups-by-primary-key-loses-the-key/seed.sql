INSERT INTO authors (id, name) VALUES (1, 'Eco'), (2, 'Lem');
INSERT INTO books VALUES (1, 1), (2, 1), (3, 2);
