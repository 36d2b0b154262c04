DROP FUNCTION public.popular();

CREATE FUNCTION public.popular()
  RETURNS TABLE(id integer, title text, likes integer)
  LANGUAGE sql STABLE
AS $function$ SELECT id, title, likes FROM posts WHERE likes > 10 $function$;

COMMENT ON FUNCTION public.popular() IS 'Shown on the front page';

-- down

DROP FUNCTION public.popular();

CREATE FUNCTION public.popular()
  RETURNS TABLE(id integer, title text)
  LANGUAGE sql STABLE
AS $function$ SELECT id, title FROM posts WHERE likes > 10 $function$;

COMMENT ON FUNCTION public.popular() IS 'Shown on the front page';
