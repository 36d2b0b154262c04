CREATE TABLE parent (id int NOT NULL NO INHERIT, name text NOT NULL, extra text);
CREATE TABLE child (more int) INHERITS (parent);
