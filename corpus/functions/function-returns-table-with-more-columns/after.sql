CREATE TABLE posts (id int PRIMARY KEY, title text, likes int);

CREATE FUNCTION popular() RETURNS TABLE (id int, title text, likes int) LANGUAGE sql STABLE AS $$ SELECT id, title, likes FROM posts WHERE likes > 10 $$;
COMMENT ON FUNCTION popular() IS 'Shown on the front page';
