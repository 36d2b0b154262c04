CREATE EXTENSION btree_gist;
CREATE TABLE employees (id int, valid daterange, name text, PRIMARY KEY (id, valid WITHOUT OVERLAPS));
CREATE TABLE assignments (
  id int PRIMARY KEY,
  employee_id int,
  valid daterange,
  FOREIGN KEY (employee_id, PERIOD valid) REFERENCES employees (id, PERIOD valid)
);
CREATE TABLE badges (id int, valid daterange, UNIQUE (id, valid));
