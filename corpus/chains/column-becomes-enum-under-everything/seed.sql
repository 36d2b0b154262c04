INSERT INTO jobs VALUES (1, 'open'), (2, 'done');
