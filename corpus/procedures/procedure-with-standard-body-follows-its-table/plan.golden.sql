ALTER TABLE public.audit ADD COLUMN who name;

CREATE OR REPLACE PROCEDURE public.note(w text)
  LANGUAGE sql
BEGIN ATOMIC
 INSERT INTO public.audit (what, who)
   VALUES (note.w, CURRENT_USER);
 DELETE FROM public.audit
   WHERE (audit.id < 0);
END;

-- down

CREATE OR REPLACE PROCEDURE public.note(w text)
  LANGUAGE sql
BEGIN ATOMIC
 INSERT INTO public.audit (what)
   VALUES (note.w);
END;

-- The column public.audit.who is dropped with all that it holds.
ALTER TABLE public.audit DROP COLUMN who;
