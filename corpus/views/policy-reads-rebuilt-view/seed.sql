INSERT INTO members VALUES (1, 'ada', 'admin');
INSERT INTO docs VALUES (1, 1, 'secret');
