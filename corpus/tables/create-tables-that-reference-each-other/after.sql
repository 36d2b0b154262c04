CREATE TABLE countries (code char(2) PRIMARY KEY, name text NOT NULL);

CREATE TABLE companies (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  country char(2) NOT NULL REFERENCES countries ON UPDATE CASCADE,
  owner_id bigint
);

CREATE TABLE people (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  company_id bigint NOT NULL REFERENCES companies ON DELETE CASCADE,
  email text NOT NULL,
  UNIQUE (company_id, email)
);

ALTER TABLE companies ADD CONSTRAINT companies_owner_fkey FOREIGN KEY (owner_id) REFERENCES people ON DELETE SET NULL;
CREATE INDEX people_email_idx ON people (lower(email));
