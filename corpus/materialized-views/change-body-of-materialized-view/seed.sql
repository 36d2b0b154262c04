INSERT INTO sales VALUES (1, 'north', 5), (2, 'south', -7);
