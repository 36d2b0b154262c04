BEGIN;

CREATE SCHEMA tenant_2;

CREATE TABLE tenant_2.users (
  id integer NOT NULL,
  name text NOT NULL,
  email text,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);

CREATE TABLE tenant_2.posts (
  id integer NOT NULL,
  author integer NOT NULL,
  CONSTRAINT posts_pkey PRIMARY KEY (id),
  CONSTRAINT posts_author_fkey FOREIGN KEY (author) REFERENCES tenant_2.users (id) ON DELETE CASCADE
);

ALTER TABLE tenant_1.users ADD COLUMN email text;

CREATE VIEW public.all_users AS
SELECT 1 AS tenant,
    u.id,
    u.name,
    u.email
   FROM tenant_1.users u
UNION ALL
 SELECT 2 AS tenant,
    u.id,
    u.name,
    u.email
   FROM tenant_2.users u;

ALTER TABLE tenant_1.posts ADD CONSTRAINT posts_author_fkey_plumb_new FOREIGN KEY (author) REFERENCES tenant_1.users (id) ON DELETE CASCADE NOT VALID;

COMMIT;

-- Reads all of tenant_1.posts while others go on reading and writing it.
-- Fails if rows of tenant_1.posts refer to nothing by posts_author_fkey. To find them: SELECT * FROM tenant_1.posts AS c WHERE c.author IS NOT NULL AND NOT EXISTS (SELECT FROM tenant_1.users AS p WHERE p.id = c.author)
ALTER TABLE tenant_1.posts VALIDATE CONSTRAINT posts_author_fkey_plumb_new;

BEGIN;

ALTER TABLE tenant_1.posts DROP CONSTRAINT posts_author_fkey;

ALTER TABLE tenant_1.posts RENAME CONSTRAINT posts_author_fkey_plumb_new TO posts_author_fkey;

COMMIT;

-- down

ALTER TABLE tenant_1.posts ADD CONSTRAINT posts_author_fkey_plumb_new FOREIGN KEY (author) REFERENCES tenant_1.users (id) NOT VALID;

-- Reads all of tenant_1.posts while others go on reading and writing it.
-- Fails if rows of tenant_1.posts refer to nothing by posts_author_fkey. To find them: SELECT * FROM tenant_1.posts AS c WHERE c.author IS NOT NULL AND NOT EXISTS (SELECT FROM tenant_1.users AS p WHERE p.id = c.author)
ALTER TABLE tenant_1.posts VALIDATE CONSTRAINT posts_author_fkey_plumb_new;

BEGIN;

ALTER TABLE tenant_1.posts DROP CONSTRAINT posts_author_fkey;

ALTER TABLE tenant_1.posts RENAME CONSTRAINT posts_author_fkey_plumb_new TO posts_author_fkey;

DROP VIEW public.all_users;

-- The column tenant_1.users.email is dropped with all that it holds.
ALTER TABLE tenant_1.users DROP COLUMN email;

-- The table tenant_2.posts is dropped with all of its rows.
DROP TABLE tenant_2.posts;

-- The table tenant_2.users is dropped with all of its rows.
DROP TABLE tenant_2.users;

DROP SCHEMA tenant_2;

COMMIT;
