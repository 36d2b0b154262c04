INSERT INTO users VALUES (1, 'a@example.com', 'Ann', 30), (2, 'b@example.com', 'Bob', 40);
