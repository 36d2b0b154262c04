INSERT INTO people VALUES (1, 'Marie', 'Curie', NULL);
