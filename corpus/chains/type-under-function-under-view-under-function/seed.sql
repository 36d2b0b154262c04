INSERT INTO trips (id, length, unit) VALUES (1, 5, 'km'), (2, 7, 'm');
