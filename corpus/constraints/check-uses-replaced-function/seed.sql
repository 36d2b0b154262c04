INSERT INTO codes VALUES ('abc', 'x');
