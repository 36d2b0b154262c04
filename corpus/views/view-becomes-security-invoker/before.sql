CREATE TABLE notes (id int PRIMARY KEY, owner text NOT NULL, body text);
ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON notes USING (owner = current_user);

CREATE VIEW my_notes AS SELECT id, body FROM notes;
CREATE VIEW my_long_notes AS SELECT id FROM my_notes WHERE length(body) > 100;
