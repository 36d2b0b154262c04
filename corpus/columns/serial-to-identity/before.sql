CREATE TABLE a (id serial PRIMARY KEY, x int);
CREATE TABLE b (id bigserial, x int);
CREATE TABLE c (id int GENERATED ALWAYS AS IDENTITY, x int);
