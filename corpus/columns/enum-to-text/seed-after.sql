INSERT INTO shirts VALUES (1, 's', 'ok', '{m,l}');
