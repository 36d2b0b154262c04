CREATE TABLE sales (id int PRIMARY KEY, sold timestamptz NOT NULL, total numeric NOT NULL);
