CREATE SCHEMA tenant_1;
CREATE TABLE tenant_1.users (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE tenant_1.posts (id int PRIMARY KEY, author int NOT NULL REFERENCES tenant_1.users);
