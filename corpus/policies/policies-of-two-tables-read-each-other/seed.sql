INSERT INTO projects VALUES (1, 'ada');
