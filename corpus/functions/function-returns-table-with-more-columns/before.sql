CREATE TABLE posts (id int PRIMARY KEY, title text, likes int);

CREATE FUNCTION popular() RETURNS TABLE (id int, title text) LANGUAGE sql STABLE AS $$ SELECT id, title FROM posts WHERE likes > 10 $$;
COMMENT ON FUNCTION popular() IS 'Shown on the front page';
