INSERT INTO users VALUES (1, 'ada@example.com', NULL), (2, 'old@example.com', '2020-01-01');
