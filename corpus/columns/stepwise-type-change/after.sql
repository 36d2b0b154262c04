CREATE TABLE ledger (id int PRIMARY KEY, account int NOT NULL, amount bigint NOT NULL DEFAULT 0 CHECK (amount > -1000));
CREATE INDEX ledger_amount ON ledger (amount) WHERE amount > 0;
CREATE VIEW balances AS SELECT account, sum(amount) AS balance FROM ledger GROUP BY account;
GRANT UPDATE (amount) ON ledger TO app;
COMMENT ON COLUMN ledger.amount IS 'cents';
