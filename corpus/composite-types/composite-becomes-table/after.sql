CREATE TABLE item (id int, name text);
CREATE FUNCTION items() RETURNS SETOF item LANGUAGE sql STABLE AS $$ SELECT * FROM item $$;
