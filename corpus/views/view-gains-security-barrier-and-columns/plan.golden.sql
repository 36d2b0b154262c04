CREATE OR REPLACE VIEW public.directory WITH (security_barrier = 'true') AS
SELECT id,
    name,
    dept
   FROM public.people
  WHERE (dept <> 'board'::text);

-- down

DROP VIEW public.directory;

CREATE VIEW public.directory AS
SELECT id,
    name
   FROM public.people;
