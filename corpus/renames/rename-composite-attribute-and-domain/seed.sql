INSERT INTO users VALUES (1, ROW('Main', '24103'), 'a@example.com');
