INSERT INTO payments VALUES (1, 5, '{1,2}');
