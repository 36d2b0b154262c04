DROP VIEW public.customer_list;

CREATE VIEW public.customer_list AS
SELECT id,
    email,
    name
   FROM public.customers;

COMMENT ON COLUMN public.customer_list.name IS 'As on the invoice';

COMMENT ON VIEW public.customer_list IS 'For the support desk';

GRANT SELECT ON TABLE public.customer_list TO reader;

GRANT UPDATE (name) ON TABLE public.customer_list TO support;

-- down

DROP VIEW public.customer_list;

CREATE VIEW public.customer_list AS
SELECT id,
    name
   FROM public.customers;

COMMENT ON COLUMN public.customer_list.name IS 'As on the invoice';

COMMENT ON VIEW public.customer_list IS 'For the support desk';

GRANT SELECT ON TABLE public.customer_list TO reader;

GRANT UPDATE (name) ON TABLE public.customer_list TO support;
