INSERT INTO jobs VALUES (1, 'open', '{open,done}');
