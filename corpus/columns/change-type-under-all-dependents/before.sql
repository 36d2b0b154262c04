CREATE TABLE accounts (id int PRIMARY KEY, owner varchar(30) NOT NULL, balance numeric(10,2) NOT NULL DEFAULT 0);
CREATE INDEX accounts_upper ON accounts (upper(owner));
CREATE INDEX accounts_rich ON accounts (owner) WHERE balance > 1000;
ALTER TABLE accounts ADD CONSTRAINT owner_trimmed CHECK (owner = btrim(owner));
CREATE VIEW rich AS SELECT owner, balance FROM accounts WHERE balance > 1000;
CREATE VIEW richest AS SELECT * FROM rich ORDER BY balance DESC LIMIT 1;
ALTER VIEW rich SET (security_barrier = true);
CREATE MATERIALIZED VIEW totals AS SELECT owner, sum(balance) AS total FROM accounts GROUP BY owner;
CREATE UNIQUE INDEX totals_owner ON totals (owner);
CREATE POLICY own_account ON accounts FOR SELECT TO app USING (owner = current_user);
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
CREATE RULE no_delete AS ON DELETE TO accounts WHERE OLD.balance > 0 DO INSTEAD NOTHING;
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER balance_audit AFTER UPDATE OF balance ON accounts FOR EACH ROW
  WHEN (OLD.balance <> NEW.balance) EXECUTE FUNCTION audit();
CREATE FUNCTION total_of(who text) RETURNS numeric LANGUAGE sql STABLE
  BEGIN ATOMIC SELECT sum(balance) FROM accounts WHERE owner = who; END;
COMMENT ON VIEW rich IS 'not everybody';
GRANT SELECT ON rich, totals TO reader;
