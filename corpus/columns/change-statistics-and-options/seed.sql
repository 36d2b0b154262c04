INSERT INTO visits VALUES (1, '/', '2024-01-01Z', 3);
