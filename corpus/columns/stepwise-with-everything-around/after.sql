CREATE TABLE accounts (id integer PRIMARY KEY);
CREATE TABLE bookings (
  id integer PRIMARY KEY,
  account integer NOT NULL REFERENCES accounts,
  "Amount" bigint NOT NULL DEFAULT 0 CONSTRAINT not_too_much CHECK ("Amount" < 1000000),
  note text,
  CONSTRAINT once UNIQUE ("Amount", account),
  EXCLUDE (note WITH =)
);
CREATE UNIQUE INDEX identifies ON bookings ("Amount", id);
ALTER TABLE bookings REPLICA IDENTITY USING INDEX identifies;
CREATE INDEX sorted ON bookings (abs("Amount"), lower(note));
ALTER TABLE bookings CLUSTER ON sorted;
ALTER TABLE bookings ALTER "Amount" SET STATISTICS 300;
CREATE STATISTICS together ON account, "Amount" FROM bookings;
CREATE VIEW balances WITH (security_barrier) AS SELECT account, sum("Amount") AS balance FROM bookings GROUP BY account;
CREATE VIEW poor AS SELECT account FROM balances WHERE balance < 0;
CREATE MATERIALIZED VIEW totals AS SELECT "Amount", count(*) AS times FROM bookings GROUP BY 1;
CREATE UNIQUE INDEX totals_amount ON totals ("Amount");
ALTER TABLE bookings ENABLE ROW LEVEL SECURITY;
CREATE POLICY small ON bookings FOR SELECT TO app USING ("Amount" < 1000);
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER large BEFORE INSERT OR UPDATE OF "Amount" ON bookings FOR EACH ROW WHEN (NEW."Amount" > 500000) EXECUTE FUNCTION refuse();
COMMENT ON COLUMN bookings."Amount" IS 'cents';
COMMENT ON CONSTRAINT not_too_much ON bookings IS 'by law';
COMMENT ON INDEX sorted IS 'for the report';
GRANT SELECT (id, "Amount"), UPDATE ("Amount") ON bookings TO app;
GRANT SELECT ON balances TO app;
