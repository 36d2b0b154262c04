CREATE OR REPLACE RULE v_insert AS
    ON INSERT TO public.v DO INSTEAD ( INSERT INTO public.t (id, x)
  VALUES (new.id, new.x)
  RETURNING t.id,
    t.x;
 INSERT INTO public.b (id)
  VALUES (new.id);

 NOTIFY v_changed;
);

CREATE RULE v_update AS
    ON UPDATE TO public.v DO INSTEAD  UPDATE public.t SET x = new.x
  WHERE (t.id = old.id);

-- down

CREATE OR REPLACE RULE v_insert AS
    ON INSERT TO public.v DO INSTEAD ( INSERT INTO public.t (id, x)
  VALUES (new.id, new.x);
 INSERT INTO public.a (id)
  VALUES (new.id);
);

DROP RULE v_update ON public.v;
