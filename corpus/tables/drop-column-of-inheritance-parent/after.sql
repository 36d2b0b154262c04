CREATE TABLE base (id int, kind text DEFAULT 'base');
CREATE TABLE child (extra int) INHERITS (base);
CREATE TABLE owner_child (legacy text, more int) INHERITS (base);
ALTER TABLE child ALTER kind SET DEFAULT 'child';
