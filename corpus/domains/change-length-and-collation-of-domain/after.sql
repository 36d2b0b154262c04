CREATE DOMAIN label AS varchar(40);
CREATE DOMAIN word AS text COLLATE "POSIX";
CREATE TABLE t (id int PRIMARY KEY, label label, word word);
