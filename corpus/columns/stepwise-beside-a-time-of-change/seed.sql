INSERT INTO jobs (id, size, title) VALUES (1, 10, 'a'), (2, 20, NULL), (3, 30, '');
