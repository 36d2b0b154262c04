CREATE SCHEMA audit AUTHORIZATION auditor;
CREATE TYPE audit.operation AS ENUM ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE');
CREATE TABLE audit.log (id bigint GENERATED ALWAYS AS IDENTITY, at timestamptz NOT NULL DEFAULT clock_timestamp(), who name NOT NULL DEFAULT session_user, op audit.operation NOT NULL, relation regclass NOT NULL, old jsonb, new jsonb, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE audit.log_2024 PARTITION OF audit.log FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE audit.log_rest PARTITION OF audit.log DEFAULT;
CREATE INDEX log_relation ON audit.log (relation, at DESC);
CREATE INDEX log_new ON audit.log USING gin (new jsonb_path_ops);
CREATE FUNCTION audit.write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  INSERT INTO audit.log (op, relation, old, new)
  VALUES (TG_OP::audit.operation, TG_RELID, CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END, CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION audit.write() FROM PUBLIC;
CREATE TABLE customers (id int PRIMARY KEY, name text NOT NULL, email text UNIQUE);
CREATE TABLE orders (id int PRIMARY KEY, customer int NOT NULL REFERENCES customers, state text NOT NULL DEFAULT 'new', total numeric(12, 2) NOT NULL);
CREATE TABLE order_lines (id int PRIMARY KEY, "order" int NOT NULL REFERENCES orders ON DELETE CASCADE, sku text NOT NULL, qty int NOT NULL CHECK (qty > 0));
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON customers FOR EACH ROW EXECUTE FUNCTION audit.write();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON orders FOR EACH ROW EXECUTE FUNCTION audit.write();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON order_lines FOR EACH ROW EXECUTE FUNCTION audit.write();
CREATE VIEW audit.order_states AS SELECT at, who, (new ->> 'id')::int AS "order", new ->> 'state' AS state FROM audit.log WHERE relation = 'public.orders'::regclass;
GRANT USAGE ON SCHEMA audit TO reader;
GRANT SELECT ON ALL TABLES IN SCHEMA audit TO reader;
ALTER TABLE audit.log OWNER TO auditor;
