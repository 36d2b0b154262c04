CREATE TABLE users (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), email text NOT NULL UNIQUE, name text);
CREATE TABLE projects (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, owner uuid NOT NULL REFERENCES users, title text NOT NULL);
CREATE TABLE lists (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, project int NOT NULL REFERENCES projects ON DELETE CASCADE, title text NOT NULL, position int NOT NULL DEFAULT 0);
CREATE TABLE todos (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, list int NOT NULL REFERENCES lists ON DELETE CASCADE, title text NOT NULL, done boolean NOT NULL DEFAULT false, due date);
CREATE TABLE comments (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, todo bigint NOT NULL REFERENCES todos, author uuid REFERENCES users, body text NOT NULL);
CREATE TABLE tags (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE);
CREATE TABLE todo_tags (todo bigint REFERENCES todos ON DELETE CASCADE, tag int REFERENCES tags, PRIMARY KEY (todo, tag));
CREATE VIEW open_todos AS SELECT t.id, t.title, l.project FROM todos t JOIN lists l ON l.id = t.list WHERE NOT t.done;
CREATE INDEX todos_list ON todos (list);
