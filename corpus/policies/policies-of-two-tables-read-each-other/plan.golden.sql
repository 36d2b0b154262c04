-- Who isn't the owner of public.projects sees only the rows that its policies let through.
ALTER TABLE public.projects ENABLE ROW LEVEL SECURITY;

CREATE TABLE public.tasks (
  id integer NOT NULL,
  project integer NOT NULL,
  assignee name,
  CONSTRAINT tasks_pkey PRIMARY KEY (id),
  CONSTRAINT tasks_project_fkey FOREIGN KEY (project) REFERENCES public.projects (id)
);

ALTER TABLE public.tasks ENABLE ROW LEVEL SECURITY;

-- The policy see_projects decides which rows of public.projects PUBLIC may read and write.
CREATE POLICY see_projects ON public.projects
  USING (((owner = CURRENT_USER) OR (id IN ( SELECT tasks.project
   FROM public.tasks
  WHERE (tasks.assignee = CURRENT_USER)))));

CREATE POLICY see_tasks ON public.tasks
  USING (((assignee = CURRENT_USER) OR (project IN ( SELECT projects.id
   FROM public.projects
  WHERE (projects.owner = CURRENT_USER)))));

-- down

-- The policy see_projects decides which rows of public.projects PUBLIC may read and write.
DROP POLICY see_projects ON public.projects;

-- Whoever may read public.projects sees all of its rows from then on.
ALTER TABLE public.projects DISABLE ROW LEVEL SECURITY;

-- The table public.tasks is dropped with all of its rows.
DROP TABLE public.tasks;
