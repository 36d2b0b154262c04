CREATE TABLE projects (id int PRIMARY KEY, owner name NOT NULL);
CREATE TABLE tasks (id int PRIMARY KEY, project int NOT NULL REFERENCES projects, assignee name);
ALTER TABLE projects ENABLE ROW LEVEL SECURITY;
ALTER TABLE tasks ENABLE ROW LEVEL SECURITY;
CREATE POLICY see_projects ON projects USING (owner = current_user OR id IN (SELECT project FROM tasks WHERE assignee = current_user));
CREATE POLICY see_tasks ON tasks USING (assignee = current_user OR project IN (SELECT id FROM projects WHERE owner = current_user));
