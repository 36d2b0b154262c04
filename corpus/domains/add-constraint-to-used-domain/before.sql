CREATE DOMAIN email AS text;
CREATE TABLE users (id int PRIMARY KEY, email email NOT NULL);
