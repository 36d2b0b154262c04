CREATE TABLE payments (id int PRIMARY KEY, amount int NOT NULL, ref varchar(20));
CREATE VIEW v_payments AS SELECT id, amount, ref FROM payments;
CREATE VIEW v_refunds AS SELECT id, -amount AS amount, ref FROM v_payments WHERE amount < 0;
CREATE VIEW v_sum AS SELECT sum(amount) AS total FROM v_refunds;
GRANT SELECT ON v_refunds TO reader;
