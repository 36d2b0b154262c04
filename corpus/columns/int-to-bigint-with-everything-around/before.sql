CREATE TABLE users (id serial PRIMARY KEY, name text);
CREATE TABLE posts (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id int NOT NULL REFERENCES users ON DELETE CASCADE,
  likes int DEFAULT 0 CHECK (likes >= 0),
  score int GENERATED ALWAYS AS (likes * 2) STORED
);
CREATE INDEX posts_user ON posts (user_id, likes DESC);
CREATE VIEW user_likes AS SELECT user_id, sum(likes) AS likes FROM posts GROUP BY user_id;
COMMENT ON VIEW user_likes IS 'who is liked';
GRANT SELECT ON user_likes TO reader;
CREATE POLICY own ON posts USING (user_id = 1);
