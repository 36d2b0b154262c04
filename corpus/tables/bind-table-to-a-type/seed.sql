INSERT INTO free_points VALUES (1, 2, 3);
INSERT INTO bound_points VALUES (4, 5, 6);
