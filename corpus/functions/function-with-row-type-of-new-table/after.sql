CREATE TABLE orders (id int PRIMARY KEY, total int);
CREATE TABLE invoices (id int PRIMARY KEY, "order" int REFERENCES orders);
CREATE FUNCTION latest_invoices() RETURNS SETOF invoices LANGUAGE sql STABLE AS $$ SELECT * FROM invoices ORDER BY id DESC LIMIT 10 $$;
CREATE FUNCTION invoice_of(o orders) RETURNS invoices LANGUAGE sql STABLE AS $$ SELECT * FROM invoices WHERE "order" = o.id LIMIT 1 $$;
CREATE FUNCTION id_of(id invoices.id%TYPE) RETURNS int LANGUAGE sql AS $$ SELECT id $$;
