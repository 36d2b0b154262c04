INSERT INTO legacy.clients VALUES (1, 'Acme');
INSERT INTO tasks VALUES (1, 'open', NULL);
