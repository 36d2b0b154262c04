CREATE TABLE public.companies (
  id bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  country character(2) NOT NULL,
  owner_id bigint,
  CONSTRAINT companies_country_fkey FOREIGN KEY (country) REFERENCES public.countries (code) ON UPDATE CASCADE
);

CREATE TABLE public.people (
  id bigint GENERATED ALWAYS AS IDENTITY,
  company_id bigint NOT NULL,
  email text NOT NULL,
  CONSTRAINT people_company_id_email_key UNIQUE (company_id, email)
);

ALTER TABLE public.companies ADD CONSTRAINT companies_pkey PRIMARY KEY (id);

ALTER TABLE public.people ADD CONSTRAINT people_company_id_fkey FOREIGN KEY (company_id) REFERENCES public.companies (id) ON DELETE CASCADE;

ALTER TABLE public.people ADD CONSTRAINT people_pkey PRIMARY KEY (id);

ALTER TABLE public.companies ADD CONSTRAINT companies_owner_fkey FOREIGN KEY (owner_id) REFERENCES public.people (id) ON DELETE SET NULL;

CREATE INDEX people_email_idx ON public.people (lower(email));

-- down

ALTER TABLE public.companies DROP CONSTRAINT companies_owner_fkey;

ALTER TABLE public.people DROP CONSTRAINT people_company_id_fkey;

ALTER TABLE public.companies DROP CONSTRAINT companies_pkey;

ALTER TABLE public.people DROP CONSTRAINT people_pkey;

-- The table public.companies is dropped with all of its rows.
DROP TABLE public.companies;

-- The table public.people is dropped with all of its rows.
DROP TABLE public.people;
