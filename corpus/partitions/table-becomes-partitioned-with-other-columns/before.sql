CREATE TABLE visits (id int PRIMARY KEY, name varchar(20) NOT NULL);
