CREATE TABLE t (id int PRIMARY KEY, code text UNIQUE WITH (fillfactor = 60), tag text UNIQUE);
