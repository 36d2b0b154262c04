CREATE TABLE old_rows (id int PRIMARY KEY, note text, mark text);
ALTER TABLE old_rows ADD CONSTRAINT old_rows_note_not_null NOT NULL note NOT VALID;
ALTER TABLE old_rows ADD CONSTRAINT marked NOT NULL mark NOT VALID;
CREATE TABLE checked (id int PRIMARY KEY, note text CONSTRAINT note_given NOT NULL);
