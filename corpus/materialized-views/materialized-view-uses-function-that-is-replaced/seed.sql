INSERT INTO words VALUES (1, 'abc');
