INSERT INTO visits VALUES (1, 'Ada'), (2, 'Grace');
