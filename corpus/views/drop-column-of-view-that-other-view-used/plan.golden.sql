CREATE OR REPLACE VIEW public.unassigned AS
SELECT id,
    title
   FROM public.tickets
  WHERE ((state = 'open'::text) AND (assignee IS NULL));

DROP VIEW public.open_tickets;

CREATE VIEW public.open_tickets AS
SELECT id,
    title
   FROM public.tickets
  WHERE (state = 'open'::text);

-- down

CREATE OR REPLACE VIEW public.open_tickets AS
SELECT id,
    title,
    assignee
   FROM public.tickets
  WHERE (state = 'open'::text);

CREATE OR REPLACE VIEW public.unassigned AS
SELECT id,
    title
   FROM public.open_tickets
  WHERE (assignee IS NULL);
