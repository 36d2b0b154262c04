CREATE TABLE parents (id int PRIMARY KEY);
CREATE TABLE t (
  id int PRIMARY KEY,
  a int CONSTRAINT a_small CHECK (a < 10),
  b int CONSTRAINT b_small CHECK (b < 10) NOT ENFORCED,
  p int CONSTRAINT p_fkey REFERENCES parents,
  q int CONSTRAINT q_fkey REFERENCES parents NOT ENFORCED
);
