INSERT INTO settings VALUES ('a', 'b');
