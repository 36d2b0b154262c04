CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL, email text UNIQUE);
CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL REFERENCES customers, state text NOT NULL DEFAULT 'new', total numeric(10, 2) NOT NULL);
CREATE TABLE order_lines (id int PRIMARY KEY, "order" int NOT NULL REFERENCES orders, sku text NOT NULL, qty int NOT NULL CHECK (qty > 0));
CREATE TABLE order_log ("order" int NOT NULL, at timestamptz NOT NULL DEFAULT now(), state text);
CREATE FUNCTION log_order() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO order_log ("order", state) VALUES (NEW.id, NEW.state); RETURN NULL; END $$;
CREATE TRIGGER log_order AFTER INSERT OR UPDATE OF state ON orders FOR EACH ROW EXECUTE FUNCTION log_order();
