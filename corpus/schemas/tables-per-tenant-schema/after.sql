CREATE SCHEMA tenant_1;
CREATE TABLE tenant_1.users (id int PRIMARY KEY, name text NOT NULL, email text);
CREATE TABLE tenant_1.posts (id int PRIMARY KEY, author int NOT NULL REFERENCES tenant_1.users ON DELETE CASCADE);
CREATE SCHEMA tenant_2;
CREATE TABLE tenant_2.users (id int PRIMARY KEY, name text NOT NULL, email text);
CREATE TABLE tenant_2.posts (id int PRIMARY KEY, author int NOT NULL REFERENCES tenant_2.users ON DELETE CASCADE);
CREATE VIEW public.all_users AS SELECT 1 AS tenant, u.* FROM tenant_1.users u UNION ALL SELECT 2, u.* FROM tenant_2.users u;
