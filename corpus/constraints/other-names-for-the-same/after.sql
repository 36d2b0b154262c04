CREATE TABLE users (
  id int CONSTRAINT users_pkey PRIMARY KEY,
  email text CONSTRAINT users_email_key UNIQUE,
  age int CONSTRAINT users_age_check CHECK (age > 0),
  boss int CONSTRAINT users_boss_fkey REFERENCES users
);
