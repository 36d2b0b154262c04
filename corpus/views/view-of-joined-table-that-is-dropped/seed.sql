INSERT INTO players VALUES (1, 'Ada', NULL);
