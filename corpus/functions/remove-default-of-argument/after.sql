CREATE FUNCTION page(n int, size int, order_by text DEFAULT 'name') RETURNS int LANGUAGE sql AS $$ SELECT n * size $$;
CREATE VIEW second_page AS SELECT page(2, 20) AS start;
