INSERT INTO accounts VALUES (1), (2);
INSERT INTO bookings VALUES (1, 1, 500, 'a'), (2, 1, -20, 'b'), (3, 2, 7, NULL);
INSERT INTO bookings (id, account) VALUES (4, 2);
REFRESH MATERIALIZED VIEW totals;
