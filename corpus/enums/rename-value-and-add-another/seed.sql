INSERT INTO logins VALUES (1, 'user'), (2, 'admin');
