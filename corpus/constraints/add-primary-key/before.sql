CREATE TABLE a (id int, x text);
CREATE TABLE b (p int NOT NULL, q int NOT NULL, r text);
CREATE TABLE c (id int PRIMARY KEY);
