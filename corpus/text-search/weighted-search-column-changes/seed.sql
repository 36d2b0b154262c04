INSERT INTO articles VALUES (1, 'Cats', 'and dogs');
