INSERT INTO imports VALUES (1, '7', '1.50', 'true'), (2, NULL, '0', 'false');
