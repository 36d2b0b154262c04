INSERT INTO docs VALUES (1, 'hello', '{a,b}', '{"x": 1}', '(1,2)', '[1,5)', '2024-01-01Z', '10.0.0.1');
