CREATE TABLE authors (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE posts (id int PRIMARY KEY, author int NOT NULL REFERENCES authors, title text NOT NULL, body text NOT NULL, lang text NOT NULL DEFAULT 'en');
CREATE TABLE post_tags (post int REFERENCES posts ON DELETE CASCADE, tag text, PRIMARY KEY (post, tag));
CREATE FUNCTION search(q text) RETURNS SETOF posts LANGUAGE sql STABLE AS $$ SELECT * FROM posts WHERE title ILIKE '%' || q || '%' $$;
GRANT EXECUTE ON FUNCTION search(text) TO anon;
