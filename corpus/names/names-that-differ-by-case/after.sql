CREATE TABLE users (id int PRIMARY KEY, "Id" bigint, "iD" text);
CREATE TABLE "USERS" (id int PRIMARY KEY, "user" int REFERENCES users);
CREATE INDEX "Users" ON users ("Id");
