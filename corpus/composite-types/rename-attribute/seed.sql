INSERT INTO dots VALUES (1, '(1,2,3)');
