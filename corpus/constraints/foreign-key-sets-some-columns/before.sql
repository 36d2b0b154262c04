CREATE TABLE tenants (id int PRIMARY KEY);
CREATE TABLE users (tenant int REFERENCES tenants, id int, PRIMARY KEY (tenant, id));
CREATE TABLE posts (tenant int NOT NULL, id int PRIMARY KEY, author int, editor int DEFAULT 0,
  CONSTRAINT author_fkey FOREIGN KEY (tenant, author) REFERENCES users ON DELETE CASCADE);
