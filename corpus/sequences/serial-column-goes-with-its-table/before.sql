CREATE TABLE a (id serial PRIMARY KEY, n smallserial, m bigserial);
CREATE TABLE b (id int DEFAULT nextval('a_id_seq'));
