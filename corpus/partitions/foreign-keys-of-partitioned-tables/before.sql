CREATE TABLE customers (id int PRIMARY KEY);
CREATE TABLE orders (id int NOT NULL, at date NOT NULL, customer_id int, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');
CREATE TABLE orders_2 PARTITION OF orders FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY HASH (id);
CREATE TABLE orders_2_0 PARTITION OF orders_2 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE TABLE items (order_id int, order_at date, n int);
CREATE TABLE returns (order_id int, order_at date, CONSTRAINT returns_order FOREIGN KEY (order_id, order_at) REFERENCES orders);
