CREATE TABLE old_users (id int PRIMARY KEY);
CREATE TABLE new_users (id int PRIMARY KEY);
CREATE TABLE posts (id int PRIMARY KEY, user_id int CONSTRAINT posts_user REFERENCES old_users);
