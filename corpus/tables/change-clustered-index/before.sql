CREATE TABLE logs (id int PRIMARY KEY, at timestamptz, level text);
CREATE INDEX logs_at ON logs (at);
CREATE INDEX logs_level ON logs (level);
ALTER TABLE logs CLUSTER ON logs_at;
CREATE TABLE notes (id int PRIMARY KEY);
