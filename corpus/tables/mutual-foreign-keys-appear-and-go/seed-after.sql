BEGIN;
INSERT INTO teams VALUES (1, 'A', 10), (2, 'B', 20);
INSERT INTO players VALUES (10, 'x', 1), (20, 'y', 2);
INSERT INTO matches VALUES (1, 2);
COMMIT;
