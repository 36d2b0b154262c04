CREATE FUNCTION public.search(
  q text,
  max_rows integer DEFAULT 10,
  langs text[] DEFAULT ARRAY['en'::text, 'd''e'::text]
)
  RETURNS text
  LANGUAGE sql STABLE
AS $function$ SELECT q || max_rows $function$;

DROP FUNCTION public.search(text);

GRANT EXECUTE ON FUNCTION public.search(text, integer, text[]) TO anon;

-- down

CREATE FUNCTION public.search(q text)
  RETURNS text
  LANGUAGE sql STABLE
AS $function$ SELECT q $function$;

DROP FUNCTION public.search(text, integer, text[]);

GRANT EXECUTE ON FUNCTION public.search(text) TO anon;
