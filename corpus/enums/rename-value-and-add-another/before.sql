CREATE TYPE role AS ENUM ('user', 'admin');
CREATE TABLE logins (id int PRIMARY KEY, role role NOT NULL DEFAULT 'user');
