CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL, org int NOT NULL DEFAULT 1);
CREATE UNIQUE INDEX users_email_org ON users (email, org);
CREATE TABLE logins (who text, org int NOT NULL DEFAULT 1, at timestamptz,
  CONSTRAINT logins_who_fkey FOREIGN KEY (who, org) REFERENCES users (email, org));
