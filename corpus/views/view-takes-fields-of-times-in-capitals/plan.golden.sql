BEGIN;

CREATE VIEW public.sales_of_years AS
SELECT EXTRACT('YEAR' FROM sold) AS year,
    sum(total) AS total
   FROM public.sales
  GROUP BY (EXTRACT('YEAR' FROM sold));

ALTER TABLE public.sales ADD CONSTRAINT sold_in_this_age CHECK (EXTRACT('Year' FROM (sold AT TIME ZONE 'UTC'::text)) > (1999)::numeric) NOT VALID;

COMMIT;

-- Reads all of public.sales while others go on reading and writing it.
-- Fails if rows of public.sales break sold_in_this_age. To find them: SELECT * FROM public.sales WHERE NOT (EXTRACT(Year FROM (sold AT TIME ZONE 'UTC'::text)) > (1999)::numeric)
ALTER TABLE public.sales VALIDATE CONSTRAINT sold_in_this_age;

-- down

ALTER TABLE public.sales DROP CONSTRAINT sold_in_this_age;

DROP VIEW public.sales_of_years;
