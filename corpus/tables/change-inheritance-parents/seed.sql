INSERT INTO documents (id, title, created_by) VALUES (1, 'Plan', 'ann');
INSERT INTO photos (id, url, created_by, tags) VALUES (1, 'https://example.com/1', 'bob', '{sea}');
