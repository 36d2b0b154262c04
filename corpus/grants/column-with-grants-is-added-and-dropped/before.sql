CREATE TABLE t (id int PRIMARY KEY, old_secret text, name text);
GRANT SELECT (id, old_secret, name) ON t TO reader;
