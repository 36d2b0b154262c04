INSERT INTO sales VALUES (1, 'eu'), (2, 'us');
