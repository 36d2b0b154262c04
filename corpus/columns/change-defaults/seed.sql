INSERT INTO tickets (id, note) VALUES (1, DEFAULT), (2, 'other');
