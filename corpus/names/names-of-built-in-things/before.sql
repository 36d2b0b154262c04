CREATE TABLE text (id int PRIMARY KEY, "int" text);
CREATE TABLE pg_stuff (id int);
