CREATE DOMAIN amount AS bigint CHECK (VALUE >= 0);
CREATE TABLE payments (id int PRIMARY KEY, amount amount NOT NULL DEFAULT 0, parts amount[]);
CREATE INDEX payments_amount ON payments (amount);
CREATE VIEW large AS SELECT id, amount FROM payments WHERE amount > 100;
