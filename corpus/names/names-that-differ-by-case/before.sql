CREATE TABLE users (id int PRIMARY KEY, "Id" int, "ID" text);
CREATE TABLE "Users" (id int PRIMARY KEY);
