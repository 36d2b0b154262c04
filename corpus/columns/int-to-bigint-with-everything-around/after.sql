CREATE TABLE users (id bigserial PRIMARY KEY, name text);
CREATE TABLE posts (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id bigint NOT NULL REFERENCES users ON DELETE CASCADE,
  likes bigint DEFAULT 0 CHECK (likes >= 0),
  score bigint GENERATED ALWAYS AS (likes * 2) STORED
);
CREATE INDEX posts_user ON posts (user_id, likes DESC);
CREATE VIEW user_likes AS SELECT user_id, sum(likes) AS likes FROM posts GROUP BY user_id;
COMMENT ON VIEW user_likes IS 'who is liked';
GRANT SELECT ON user_likes TO reader;
CREATE POLICY own ON posts USING (user_id = 1);
