INSERT INTO people VALUES (1, 'Ägir', 'a'), (2, 'Zoe', 'b');
