CREATE DOMAIN label AS varchar(20);
CREATE DOMAIN word AS text COLLATE "C";
CREATE TABLE t (id int PRIMARY KEY, label label, word word);
