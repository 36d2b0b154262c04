CREATE TABLE parent (id int NOT NULL, name text CONSTRAINT name_here NOT NULL NO INHERIT, extra text NOT NULL);
CREATE TABLE child (more int) INHERITS (parent);
