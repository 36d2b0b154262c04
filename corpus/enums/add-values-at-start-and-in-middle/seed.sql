INSERT INTO shirts VALUES (1, 'S'), (2, 'L');
