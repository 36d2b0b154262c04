INSERT INTO places VALUES (1, 'here', 1.5, 2.5);
INSERT INTO snapshots SELECT 1, '2024-01-01', array_agg(p) FROM points p;
