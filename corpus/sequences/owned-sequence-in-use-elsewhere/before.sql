CREATE TABLE a (id serial PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY DEFAULT nextval('a_id_seq'));
CREATE VIEW next_id AS SELECT last_value FROM a_id_seq;
CREATE FUNCTION take() RETURNS bigint LANGUAGE sql RETURN nextval('a_id_seq');
