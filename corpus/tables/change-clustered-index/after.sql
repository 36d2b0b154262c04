CREATE TABLE logs (id int PRIMARY KEY, at timestamptz, level text);
CREATE INDEX logs_at ON logs (at DESC);
CREATE INDEX logs_level ON logs (level);
ALTER TABLE logs CLUSTER ON logs_level;
CREATE TABLE notes (id int PRIMARY KEY);
ALTER TABLE notes CLUSTER ON notes_pkey;
