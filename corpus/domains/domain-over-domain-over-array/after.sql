CREATE DOMAIN pos AS int CHECK (VALUE > 0);
CREATE DOMAIN small_pos AS pos CHECK (VALUE < 100) DEFAULT 5;
CREATE DOMAIN small_list AS small_pos[] CHECK (cardinality(VALUE) < 4);
CREATE TABLE t (id int PRIMARY KEY, n small_pos, list small_list DEFAULT '{1,2}');
