CREATE OR REPLACE TRIGGER fill_tsv BEFORE INSERT OR UPDATE ON public.docs FOR EACH ROW
  EXECUTE FUNCTION tsvector_update_trigger('tsv', 'pg_catalog.simple', 'body');

CREATE TRIGGER skip_same BEFORE UPDATE ON public.docs FOR EACH ROW
  EXECUTE FUNCTION suppress_redundant_updates_trigger();

CREATE TRIGGER stamp BEFORE UPDATE ON public.docs FOR EACH ROW
  EXECUTE FUNCTION public.moddatetime('updated_at');

-- down

CREATE OR REPLACE TRIGGER fill_tsv BEFORE INSERT OR UPDATE ON public.docs FOR EACH ROW
  EXECUTE FUNCTION tsvector_update_trigger('tsv', 'pg_catalog.english', 'body');

DROP TRIGGER skip_same ON public.docs;

DROP TRIGGER stamp ON public.docs;
