CREATE TABLE base (id int, amount int CHECK (amount > 0));
CREATE TABLE child (extra int) INHERITS (base);
CREATE INDEX child_n ON child (amount);
