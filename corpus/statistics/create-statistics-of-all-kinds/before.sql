CREATE TABLE orders (id int PRIMARY KEY, city text, zip text, at timestamptz, total numeric);

CREATE STATISTICS city_zip ON city, zip FROM orders;
