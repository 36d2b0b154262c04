CREATE TABLE new_users (id int PRIMARY KEY);
CREATE TABLE posts (id int PRIMARY KEY, user_id int CONSTRAINT posts_user REFERENCES new_users ON DELETE CASCADE);
