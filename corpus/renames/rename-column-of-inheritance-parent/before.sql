CREATE TABLE base (id int, n int CHECK (n > 0));
CREATE TABLE child (extra int) INHERITS (base);
CREATE INDEX child_n ON child (n);
