INSERT INTO users VALUES (1, 'a@example.com');
INSERT INTO logins VALUES ('a@example.com', '2024-01-01Z');
