CREATE TABLE users (id int PRIMARY KEY, name varchar(50), age int);
CREATE VIEW names AS SELECT name FROM users;
