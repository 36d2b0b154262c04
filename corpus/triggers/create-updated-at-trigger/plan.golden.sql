BEGIN;

ALTER TABLE public.posts ADD COLUMN updated_at timestamp with time zone NOT NULL DEFAULT now();

CREATE FUNCTION public.set_updated_at()
  RETURNS trigger
  LANGUAGE plpgsql
AS $function$ BEGIN NEW.updated_at := now(); RETURN NEW; END $function$;

CREATE TRIGGER posts_updated_at BEFORE UPDATE ON public.posts FOR EACH ROW
  EXECUTE FUNCTION public.set_updated_at();

COMMENT ON TRIGGER posts_updated_at ON public.posts IS 'Stamps the row';

COMMIT;

DROP INDEX CONCURRENTLY public.posts_body;

-- down

-- Reads public.posts twice while others go on reading and writing it, and waits for transactions that are older.
CREATE INDEX CONCURRENTLY posts_body ON public.posts (body);

BEGIN;

DROP TRIGGER posts_updated_at ON public.posts;

DROP FUNCTION public.set_updated_at();

-- The column public.posts.updated_at is dropped with all that it holds.
ALTER TABLE public.posts DROP COLUMN updated_at;

COMMIT;
