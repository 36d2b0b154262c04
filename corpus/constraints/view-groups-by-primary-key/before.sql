CREATE TABLE users (id int PRIMARY KEY, email text);
CREATE TABLE posts (id int PRIMARY KEY, user_id int REFERENCES users);
CREATE VIEW posts_per_user AS SELECT u.id, u.email, count(p.id) AS posts FROM users u LEFT JOIN posts p ON p.user_id = u.id GROUP BY u.id;
COMMENT ON VIEW posts_per_user IS 'needs the primary key';
