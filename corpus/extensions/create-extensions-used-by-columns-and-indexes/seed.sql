INSERT INTO users VALUES (1, 'ada@example.com', '{1,2}');
