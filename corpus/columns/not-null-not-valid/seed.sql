INSERT INTO old_rows VALUES (1, NULL, 'x');
INSERT INTO checked VALUES (1, 'a');
