CREATE TABLE a (id int PRIMARY KEY, n smallint NOT NULL, m bigserial);
CREATE TABLE b (id serial);
