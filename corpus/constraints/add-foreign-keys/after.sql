CREATE TABLE users (id int PRIMARY KEY, org int NOT NULL, UNIQUE (org, id));
CREATE TABLE posts (
  id int PRIMARY KEY,
  author int REFERENCES users ON DELETE SET NULL ON UPDATE RESTRICT,
  org int,
  reviewer int REFERENCES users DEFERRABLE,
  parent int CONSTRAINT "Parent Post" REFERENCES posts ON DELETE CASCADE,
  CONSTRAINT same_org FOREIGN KEY (org, author) REFERENCES users (org, id) MATCH FULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON CONSTRAINT same_org ON posts IS 'authors write for their own';
