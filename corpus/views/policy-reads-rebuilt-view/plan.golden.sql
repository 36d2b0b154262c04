DROP POLICY docs_of_my_orgs ON public.docs;

DROP VIEW public.my_orgs;

CREATE VIEW public.my_orgs AS
SELECT role,
    org
   FROM public.members
  WHERE (login = CURRENT_USER);

CREATE POLICY docs_of_my_orgs ON public.docs
  FOR SELECT
  TO authenticated
  USING ((org IN ( SELECT my_orgs.org
   FROM public.my_orgs)));

COMMENT ON POLICY docs_of_my_orgs ON public.docs IS 'Members see the documents';

-- down

DROP POLICY docs_of_my_orgs ON public.docs;

DROP VIEW public.my_orgs;

CREATE VIEW public.my_orgs AS
SELECT org
   FROM public.members
  WHERE (login = CURRENT_USER);

CREATE POLICY docs_of_my_orgs ON public.docs
  FOR SELECT
  TO authenticated
  USING ((org IN ( SELECT my_orgs.org
   FROM public.my_orgs)));

COMMENT ON POLICY docs_of_my_orgs ON public.docs IS 'Members see the documents';
