DROP VIEW public.second_page;

DROP FUNCTION public.page(integer, integer, text);

CREATE FUNCTION public.page(n integer, size integer, order_by text DEFAULT 'name'::text)
  RETURNS integer
  LANGUAGE sql
AS $function$ SELECT n * size $function$;

CREATE VIEW public.second_page AS
SELECT public.page(2, 20) AS start;

-- down

CREATE OR REPLACE FUNCTION public.page(n integer, size integer DEFAULT 20, order_by text DEFAULT 'id'::text)
  RETURNS integer
  LANGUAGE sql
AS $function$ SELECT n * size $function$;

CREATE OR REPLACE VIEW public.second_page AS
SELECT public.page(2) AS start;
