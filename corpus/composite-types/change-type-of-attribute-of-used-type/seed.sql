INSERT INTO prices VALUES (1, '(5,EUR)');
