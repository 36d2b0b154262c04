INSERT INTO shirts VALUES (1, 's', 'ok', '{m,l}'), (2, 'l', NULL, NULL);
