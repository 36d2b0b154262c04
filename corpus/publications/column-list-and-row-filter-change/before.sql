CREATE TABLE users (id int PRIMARY KEY, email text, secret text, active boolean);
CREATE TABLE orders (id int PRIMARY KEY, total int);
CREATE TABLE items (id int PRIMARY KEY, "Name" text, price int);

CREATE PUBLICATION p FOR TABLE users (id, email), orders WHERE (total > 0), items;
