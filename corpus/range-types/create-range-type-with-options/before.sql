CREATE TABLE shifts (id int PRIMARY KEY);
