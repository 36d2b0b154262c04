CREATE TABLE users (
  id int PRIMARY KEY,
  email text NOT NULL,
  name text CONSTRAINT name_required NOT NULL,
  born date CONSTRAINT born_known NOT NULL
);
