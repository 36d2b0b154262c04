CREATE TABLE orders (id int PRIMARY KEY, net int NOT NULL);

CREATE FUNCTION gross(net int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT net * 119 / 100 $$;
CREATE VIEW invoices AS SELECT id, gross(net) AS gross FROM orders;
COMMENT ON VIEW invoices IS 'What to pay';
GRANT SELECT ON invoices TO billing;
REVOKE EXECUTE ON FUNCTION gross(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION gross(int) TO billing;
