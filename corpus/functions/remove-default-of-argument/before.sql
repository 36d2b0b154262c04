CREATE FUNCTION page(n int, size int DEFAULT 20, order_by text DEFAULT 'id') RETURNS int LANGUAGE sql AS $$ SELECT n * size $$;
CREATE VIEW second_page AS SELECT page(2) AS start;
