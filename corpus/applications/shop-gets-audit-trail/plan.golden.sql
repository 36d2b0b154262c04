BEGIN;

CREATE SCHEMA audit;

CREATE TYPE audit.operation AS ENUM (
  'INSERT',
  'UPDATE',
  'DELETE',
  'TRUNCATE'
);

CREATE TABLE audit.log (
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
  who name NOT NULL DEFAULT SESSION_USER,
  op audit.operation NOT NULL,
  relation regclass NOT NULL,
  old jsonb,
  new jsonb,
  CONSTRAINT log_pkey PRIMARY KEY (id, at)
)
PARTITION BY RANGE (at);

CREATE TABLE audit.log_2024 PARTITION OF audit.log FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2025-01-01 00:00:00+00');

CREATE TABLE audit.log_rest PARTITION OF audit.log DEFAULT;

ALTER TABLE public.orders ALTER COLUMN total TYPE numeric(12,2);

CREATE FUNCTION audit.write()
  RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path TO ''
AS $function$
BEGIN
  INSERT INTO audit.log (op, relation, old, new)
  VALUES (TG_OP::audit.operation, TG_RELID, CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END, CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END);
  RETURN NULL;
END $function$;

CREATE VIEW audit.order_states AS
SELECT at,
    who,
    ((new ->> 'id'::text))::integer AS "order",
    (new ->> 'state'::text) AS state
   FROM audit.log
  WHERE ((relation)::oid = ('public.orders'::regclass)::oid);

ALTER TABLE public.order_lines ADD CONSTRAINT order_lines_order_fkey_plumb_new FOREIGN KEY ("order") REFERENCES public.orders (id) ON DELETE CASCADE NOT VALID;

CREATE INDEX log_new ON audit.log USING gin (new jsonb_path_ops);

CREATE INDEX log_relation ON audit.log (relation, at DESC);

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.customers FOR EACH ROW
  EXECUTE FUNCTION audit.write();

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.order_lines FOR EACH ROW
  EXECUTE FUNCTION audit.write();

CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON public.orders FOR EACH ROW
  EXECUTE FUNCTION audit.write();

ALTER SCHEMA audit OWNER TO auditor;

ALTER TABLE audit.log OWNER TO auditor;

REVOKE EXECUTE ON FUNCTION audit.write() FROM PUBLIC;

GRANT USAGE ON SCHEMA audit TO reader;

GRANT SELECT ON TABLE audit.log TO reader;

GRANT SELECT ON TABLE audit.log_2024 TO reader;

GRANT SELECT ON TABLE audit.log_rest TO reader;

GRANT SELECT ON TABLE audit.order_states TO reader;

COMMIT;

-- Reads all of public.order_lines while others go on reading and writing it.
-- Fails if rows of public.order_lines refer to nothing by order_lines_order_fkey. To find them: SELECT * FROM public.order_lines AS c WHERE c."order" IS NOT NULL AND NOT EXISTS (SELECT FROM public.orders AS p WHERE p.id = c."order")
ALTER TABLE public.order_lines VALIDATE CONSTRAINT order_lines_order_fkey_plumb_new;

BEGIN;

ALTER TABLE public.order_lines DROP CONSTRAINT order_lines_order_fkey;

ALTER TABLE public.order_lines RENAME CONSTRAINT order_lines_order_fkey_plumb_new TO order_lines_order_fkey;

DROP TRIGGER log_order ON public.orders;

DROP FUNCTION public.log_order();

-- The table public.order_log is dropped with all of its rows.
DROP TABLE public.order_log;

COMMIT;

-- down

BEGIN;

CREATE TABLE public.order_log (
  "order" integer NOT NULL,
  at timestamp with time zone NOT NULL DEFAULT now(),
  state text
);

-- public.orders is written anew while nobody can read or write it: public.orders.total changes from numeric(12,2) to numeric(10,2).
-- public.orders.total can hold less as numeric(10,2) than as numeric(12,2): what doesn't fit is cut off, or refused.
-- The migration fails where public.orders.total holds a value that can't be converted to numeric(10,2).
ALTER TABLE public.orders ALTER COLUMN total TYPE numeric(10,2);

CREATE FUNCTION public.log_order()
  RETURNS trigger
  LANGUAGE plpgsql
AS $function$ BEGIN INSERT INTO order_log ("order", state) VALUES (NEW.id, NEW.state); RETURN NULL; END $function$;

ALTER TABLE public.order_lines ADD CONSTRAINT order_lines_order_fkey_plumb_new FOREIGN KEY ("order") REFERENCES public.orders (id) NOT VALID;

CREATE TRIGGER log_order AFTER INSERT OR UPDATE OF state ON public.orders FOR EACH ROW
  EXECUTE FUNCTION public.log_order();

COMMIT;

-- Reads all of public.order_lines while others go on reading and writing it.
-- Fails if rows of public.order_lines refer to nothing by order_lines_order_fkey. To find them: SELECT * FROM public.order_lines AS c WHERE c."order" IS NOT NULL AND NOT EXISTS (SELECT FROM public.orders AS p WHERE p.id = c."order")
ALTER TABLE public.order_lines VALIDATE CONSTRAINT order_lines_order_fkey_plumb_new;

BEGIN;

ALTER TABLE public.order_lines DROP CONSTRAINT order_lines_order_fkey;

ALTER TABLE public.order_lines RENAME CONSTRAINT order_lines_order_fkey_plumb_new TO order_lines_order_fkey;

DROP TRIGGER audit ON public.customers;

DROP TRIGGER audit ON public.order_lines;

DROP TRIGGER audit ON public.orders;

DROP VIEW audit.order_states;

DROP FUNCTION audit.write();

-- The table audit.log is dropped with all of its rows.
DROP TABLE audit.log;

DROP TYPE audit.operation;

DROP SCHEMA audit;

COMMIT;
