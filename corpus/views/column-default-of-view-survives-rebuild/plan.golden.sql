DROP VIEW public.my_tasks;

CREATE VIEW public.my_tasks AS
SELECT id,
    state,
    title,
    priority
   FROM public.tasks;

ALTER VIEW public.my_tasks ALTER COLUMN priority SET DEFAULT 3;

CREATE RULE my_tasks_insert AS
    ON INSERT TO public.my_tasks DO INSTEAD  INSERT INTO public.tasks (id, title, priority)
  VALUES (new.id, new.title, new.priority);

-- down

DROP VIEW public.my_tasks;

CREATE VIEW public.my_tasks AS
SELECT id,
    title,
    priority
   FROM public.tasks;

ALTER VIEW public.my_tasks ALTER COLUMN priority SET DEFAULT 3;

CREATE RULE my_tasks_insert AS
    ON INSERT TO public.my_tasks DO INSTEAD  INSERT INTO public.tasks (id, title, priority)
  VALUES (new.id, new.title, new.priority);
