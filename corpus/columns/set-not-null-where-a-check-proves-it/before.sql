CREATE TABLE users (
  id int PRIMARY KEY,
  email text,
  CONSTRAINT email_given CHECK (email IS NOT NULL)
);
