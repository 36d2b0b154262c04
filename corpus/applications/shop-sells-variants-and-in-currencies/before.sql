CREATE TYPE order_state AS ENUM ('cart', 'paid', 'sent');
CREATE TABLE categories (id serial PRIMARY KEY, name varchar(50) NOT NULL, parent int REFERENCES categories);
CREATE TABLE products (id serial PRIMARY KEY, category int REFERENCES categories, sku varchar(20) NOT NULL UNIQUE, name text NOT NULL, price numeric(8, 2) NOT NULL CHECK (price > 0));
CREATE TABLE customers (id serial PRIMARY KEY, email text NOT NULL UNIQUE, address text);
CREATE TABLE orders (id serial PRIMARY KEY, customer int NOT NULL REFERENCES customers, state order_state NOT NULL DEFAULT 'cart', at timestamptz NOT NULL DEFAULT now());
CREATE TABLE order_items ("order" int REFERENCES orders ON DELETE CASCADE, product int REFERENCES products, qty int NOT NULL DEFAULT 1, price numeric(8, 2) NOT NULL, PRIMARY KEY ("order", product));
CREATE VIEW order_totals AS SELECT o.id, o.customer, sum(i.qty * i.price) AS total FROM orders o LEFT JOIN order_items i ON i."order" = o.id GROUP BY o.id;
CREATE VIEW customer_value AS SELECT c.id, c.email, coalesce(sum(t.total), 0) AS value FROM customers c LEFT JOIN order_totals t ON t.customer = c.id GROUP BY c.id;
CREATE INDEX products_name ON products (lower(name));
