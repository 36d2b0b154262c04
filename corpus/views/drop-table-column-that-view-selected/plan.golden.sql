DROP VIEW public.contact_names;

DROP VIEW public.contacts;

-- The column public.users.fax is dropped with all that it holds.
ALTER TABLE public.users DROP COLUMN fax;

CREATE VIEW public.contacts AS
SELECT id,
    name
   FROM public.users;

CREATE VIEW public.contact_names AS
SELECT name
   FROM public.contacts;

-- down

ALTER TABLE public.users ADD COLUMN fax text;

CREATE OR REPLACE VIEW public.contacts AS
SELECT id,
    name,
    fax
   FROM public.users;
