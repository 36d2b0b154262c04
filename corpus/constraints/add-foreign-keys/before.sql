CREATE TABLE users (id int PRIMARY KEY, org int NOT NULL, UNIQUE (org, id));
CREATE TABLE posts (id int PRIMARY KEY, author int, org int, reviewer int, parent int);
