CREATE TABLE t (id int PRIMARY KEY, a int, b int, c int);
ALTER TABLE t ADD CONSTRAINT a_positive CHECK (a > 0) NOT VALID;
ALTER TABLE t ADD CONSTRAINT c_positive CHECK (c > 0);
