CREATE TABLE tasks (id int PRIMARY KEY, title text, priority int, state text);

CREATE VIEW my_tasks AS SELECT id, title, priority FROM tasks;
ALTER VIEW my_tasks ALTER COLUMN priority SET DEFAULT 3;
CREATE RULE my_tasks_insert AS ON INSERT TO my_tasks DO INSTEAD INSERT INTO tasks (id, title, priority) VALUES (NEW.id, NEW.title, NEW.priority);
