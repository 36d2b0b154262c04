CREATE SCHEMA "Empty Schema";

CREATE SCHEMA billing;

CREATE TABLE billing.invoices (
  id integer NOT NULL,
  t integer,
  CONSTRAINT invoices_pkey PRIMARY KEY (id),
  CONSTRAINT invoices_t_fkey FOREIGN KEY (t) REFERENCES public.t (id)
);

CREATE VIEW billing.open AS
SELECT id
   FROM billing.invoices;

ALTER SCHEMA billing OWNER TO billing;

COMMENT ON SCHEMA billing IS 'Money';

GRANT USAGE ON SCHEMA billing TO reader;

-- down

DROP VIEW billing.open;

-- The table billing.invoices is dropped with all of its rows.
DROP TABLE billing.invoices;

DROP SCHEMA "Empty Schema";

DROP SCHEMA billing;
