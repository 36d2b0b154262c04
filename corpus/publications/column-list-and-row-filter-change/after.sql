CREATE TABLE users (id int PRIMARY KEY, email text, secret text, active boolean);
CREATE TABLE orders (id int PRIMARY KEY, total int);
CREATE TABLE items (id int PRIMARY KEY, "Name" text, price int);

CREATE PUBLICATION p FOR TABLE users (id, email, active) WHERE (id > 100 AND id < 1000), orders, items ("Name", id) WHERE (id % 2 = 0);
