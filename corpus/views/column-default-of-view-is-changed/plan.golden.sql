ALTER VIEW public.my_tasks ALTER COLUMN state DROP DEFAULT;

ALTER VIEW public.my_tasks ALTER COLUMN title SET DEFAULT 'untitled'::text;

ALTER VIEW public.my_tasks ALTER COLUMN priority SET DEFAULT 5;

-- down

ALTER VIEW public.my_tasks ALTER COLUMN title DROP DEFAULT;

ALTER VIEW public.my_tasks ALTER COLUMN priority SET DEFAULT 3;

ALTER VIEW public.my_tasks ALTER COLUMN state SET DEFAULT 'open'::text;
