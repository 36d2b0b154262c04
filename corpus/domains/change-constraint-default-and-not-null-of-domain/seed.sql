INSERT INTO lines VALUES (1, 3, 'x');
