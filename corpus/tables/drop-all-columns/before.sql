CREATE TABLE lonely (id int PRIMARY KEY, name text NOT NULL DEFAULT 'x');
