CREATE TABLE old_rows (id int PRIMARY KEY, note text, mark text NOT NULL);
CREATE TABLE checked (id int PRIMARY KEY, note text);
ALTER TABLE checked ADD CONSTRAINT note_given NOT NULL note NOT VALID;
