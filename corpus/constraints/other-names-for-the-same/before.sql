CREATE TABLE users (
  id int CONSTRAINT pk_users PRIMARY KEY,
  email text CONSTRAINT uq_users_email UNIQUE,
  age int CONSTRAINT ck_users_age CHECK (age > 0),
  boss int CONSTRAINT fk_users_boss REFERENCES users
);
