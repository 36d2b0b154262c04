CREATE TYPE role AS ENUM ('guest', 'member', 'owner', 'admin');
CREATE TABLE logins (id int PRIMARY KEY, role role NOT NULL DEFAULT 'guest');
