INSERT INTO users VALUES (1, 'a@example.com', 'Ann');
INSERT INTO logins VALUES ('a@example.com');
