INSERT INTO events VALUES (1, 'a'), (2, NULL);
INSERT INTO jobs VALUES (1, repeat('x', 10000));
