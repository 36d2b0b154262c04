CREATE TABLE users (id int PRIMARY KEY, email text UNIQUE, handle text, org int, CONSTRAINT one_handle UNIQUE (org, handle) INCLUDE (email));
COMMENT ON CONSTRAINT one_handle ON users IS 'per organisation';
