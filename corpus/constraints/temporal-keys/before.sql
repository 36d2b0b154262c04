CREATE EXTENSION btree_gist;
CREATE TABLE employees (id int, valid daterange, name text, PRIMARY KEY (id, valid));
CREATE TABLE assignments (id int PRIMARY KEY, employee_id int, valid daterange);
CREATE TABLE badges (id int, valid daterange, UNIQUE (id, valid WITHOUT OVERLAPS));
