CREATE TABLE t (id int PRIMARY KEY, b text, c text, a int);
