INSERT INTO things (id, kind, tag) VALUES (1, 'a', '(a,x)'), (11, 'b', NULL);
