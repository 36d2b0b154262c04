INSERT INTO teams (name, parent) VALUES ('one', NULL), ('two', 1), ('three', 1);
DELETE FROM teams WHERE name = 'three';
INSERT INTO members VALUES (1, 'ada', NULL), (1, 'bob', 2), (2, 'ada', 1);
