CREATE FUNCTION search(q text, max_rows int DEFAULT 10, langs text[] DEFAULT ARRAY['en', 'd''e']::text[]) RETURNS text LANGUAGE sql STABLE AS $$ SELECT q || max_rows $$;
GRANT EXECUTE ON FUNCTION search(text, int, text[]) TO anon;
