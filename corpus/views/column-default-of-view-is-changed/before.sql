CREATE TABLE tasks (id int PRIMARY KEY, title text, priority int, state text);
CREATE VIEW my_tasks AS SELECT id, title, priority, state FROM tasks;

ALTER VIEW my_tasks ALTER COLUMN priority SET DEFAULT 3;
ALTER VIEW my_tasks ALTER COLUMN state SET DEFAULT 'open';
