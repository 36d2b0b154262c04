CREATE TABLE base (id int PRIMARY KEY, v int);

CREATE TABLE unrelated (id int PRIMARY KEY);
