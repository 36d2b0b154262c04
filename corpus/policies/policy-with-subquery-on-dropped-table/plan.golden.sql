CREATE TABLE public.memberships (
  id integer NOT NULL,
  org integer NOT NULL,
  login name NOT NULL,
  role text,
  CONSTRAINT memberships_pkey PRIMARY KEY (id)
);

-- The policy of_my_orgs decides which rows of public.docs PUBLIC may SELECT.
ALTER POLICY of_my_orgs ON public.docs
  USING ((EXISTS ( SELECT
   FROM public.memberships m
  WHERE ((m.org = docs.org) AND (m.login = CURRENT_USER) AND (m.role <> 'guest'::text)))));

-- The table public.members is dropped with all of its rows.
DROP TABLE public.members;

-- down

CREATE TABLE public.members (
  org integer NOT NULL,
  login name NOT NULL,
  CONSTRAINT members_pkey PRIMARY KEY (org, login)
);

-- The policy of_my_orgs decides which rows of public.docs PUBLIC may SELECT.
ALTER POLICY of_my_orgs ON public.docs
  USING ((EXISTS ( SELECT
   FROM public.members m
  WHERE ((m.org = docs.org) AND (m.login = CURRENT_USER)))));

-- The table public.memberships is dropped with all of its rows.
DROP TABLE public.memberships;
