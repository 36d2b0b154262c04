CREATE TABLE users (id int CONSTRAINT users_pkey PRIMARY KEY, email text NOT NULL CONSTRAINT users_email_key UNIQUE);
CREATE TABLE posts (id int PRIMARY KEY, user_id int CONSTRAINT posts_user_fkey REFERENCES users (id) ON DELETE CASCADE);
CREATE VIEW posts_per_user AS SELECT u.id, u.email, count(*) AS posts FROM users u JOIN posts p ON p.user_id = u.id GROUP BY u.id;
ALTER TABLE users REPLICA IDENTITY USING INDEX users_pkey;
