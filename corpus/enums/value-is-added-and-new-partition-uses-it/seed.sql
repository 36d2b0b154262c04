INSERT INTO sales VALUES (1, 'eu');
