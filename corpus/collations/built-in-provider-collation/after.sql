CREATE COLLATION fast (provider = builtin, locale = 'C.UTF-8');
CREATE TABLE t (id int PRIMARY KEY, a text COLLATE fast);
