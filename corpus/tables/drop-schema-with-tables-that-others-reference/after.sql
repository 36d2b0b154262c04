CREATE TABLE tasks (id int PRIMARY KEY, client_id int);
