CREATE TABLE imports (id int PRIMARY KEY, quantity text, price text DEFAULT '0', done text NOT NULL DEFAULT 'false');
