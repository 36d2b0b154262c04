CREATE OR REPLACE VIEW public.customer_list AS
SELECT id,
    name,
    email
   FROM public.customers;

-- down

DROP VIEW public.customer_list;

CREATE VIEW public.customer_list AS
SELECT id,
    name
   FROM public.customers;

GRANT SELECT ON TABLE public.customer_list TO reader;
