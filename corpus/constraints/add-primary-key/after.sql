CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE TABLE b (p int NOT NULL, q int NOT NULL, r text, CONSTRAINT b_key PRIMARY KEY (q, p) INCLUDE (r));
CREATE TABLE c (id int NOT NULL);
