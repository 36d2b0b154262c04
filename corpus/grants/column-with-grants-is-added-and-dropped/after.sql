CREATE TABLE t (id int PRIMARY KEY, name text, new_secret text);
GRANT SELECT (id, name), UPDATE (new_secret) ON t TO reader;
