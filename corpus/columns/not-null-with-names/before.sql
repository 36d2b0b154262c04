CREATE TABLE users (
  id int PRIMARY KEY,
  email text CONSTRAINT email_required NOT NULL,
  name text NOT NULL,
  born date CONSTRAINT users_born_check NOT NULL
);
