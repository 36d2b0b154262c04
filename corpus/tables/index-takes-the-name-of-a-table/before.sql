CREATE TABLE users (id int PRIMARY KEY, email text);
CREATE TABLE users_email (user_id int, email text);
