CREATE TABLE zoo (id int);
