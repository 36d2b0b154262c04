INSERT INTO shops VALUES (1, '(Main,555,Berlin)');
