CREATE EXTENSION citext;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION intarray;
CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL, tags int[], login citext UNIQUE);
CREATE INDEX users_email_trgm ON users USING gin (email gin_trgm_ops);
CREATE INDEX users_tags ON users USING gist (tags gist__int_ops (numranges = 50));
