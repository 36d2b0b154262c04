CREATE TABLE projects (id int PRIMARY KEY, owner name NOT NULL);
