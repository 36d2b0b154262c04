CREATE TABLE t (id int PRIMARY KEY);
CREATE SCHEMA billing AUTHORIZATION billing;
COMMENT ON SCHEMA billing IS 'Money';
GRANT USAGE ON SCHEMA billing TO reader;
CREATE TABLE billing.invoices (id int PRIMARY KEY, t int REFERENCES public.t);
CREATE VIEW billing.open AS SELECT id FROM billing.invoices;
CREATE SCHEMA "Empty Schema";
