UPDATE orders SET o_status = 'F' WHERE o_id % 7 = 0;
DELETE FROM lineitem WHERE o_id % 11 = 0;
INSERT INTO orders SELECT g, 1 + g % 15000, 'O', 100, date '1999-06-01' + g % 30, '1-urgent', 'late' FROM generate_series(60001, 61500) AS g;
VACUUM orders;
ANALYZE lineitem;
