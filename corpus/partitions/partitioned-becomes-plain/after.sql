CREATE TABLE t (id int PRIMARY KEY, note text);
CREATE TABLE u (t_id int REFERENCES t);
