CREATE RULE log_insert AS
    ON INSERT TO public.t DO  INSERT INTO public.log (id)
  VALUES (new.id);

CREATE OR REPLACE RULE no_delete AS
    ON DELETE TO public.t
   WHERE (old.x > 0) DO INSTEAD NOTHING;

COMMENT ON RULE log_insert ON public.t IS 'Before we had triggers';

-- down

CREATE OR REPLACE RULE no_delete AS
    ON DELETE TO public.t DO INSTEAD NOTHING;

DROP RULE log_insert ON public.t;
