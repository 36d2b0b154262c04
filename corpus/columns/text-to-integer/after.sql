CREATE TABLE imports (id int PRIMARY KEY, quantity int, price numeric(10,2) DEFAULT 0, done boolean NOT NULL DEFAULT false);
