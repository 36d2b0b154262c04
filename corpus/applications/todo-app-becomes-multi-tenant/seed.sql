INSERT INTO users VALUES ('00000000-0000-0000-0000-000000000001', 'ada@example.com', 'Ada');
INSERT INTO projects (owner, title) VALUES ('00000000-0000-0000-0000-000000000001', 'Engine');
INSERT INTO lists (project, title) VALUES (1, 'Now');
INSERT INTO todos (list, title) VALUES (1, 'Notes'), (1, 'Cards');
INSERT INTO tags (name) VALUES ('red');
INSERT INTO todo_tags VALUES (1, 1);
INSERT INTO comments (todo, body) VALUES (2, 'punch them');
