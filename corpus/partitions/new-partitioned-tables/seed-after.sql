INSERT INTO customers VALUES (1);
INSERT INTO by_range (customer_id, at, amount) VALUES (1, '2023-01-01Z', 1), (1, '2024-01-01Z', 2);
INSERT INTO by_list VALUES ('a', 1), (NULL, 2), ('z', 3);
INSERT INTO deep VALUES (1, 2, 3);
