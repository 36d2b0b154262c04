ALTER VIEW public.page_visits SET SCHEMA reporting;

-- down

ALTER VIEW reporting.page_visits SET SCHEMA public;
