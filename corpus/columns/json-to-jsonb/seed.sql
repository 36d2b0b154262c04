INSERT INTO documents VALUES (1, '{"title": "a"}', '[1, 2]', '<a/>');
