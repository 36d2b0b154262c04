CREATE TABLE notes (id int PRIMARY KEY, body varchar(5), big int);
