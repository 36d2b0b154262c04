CREATE SEQUENCE numbers START 5;
CREATE TABLE counters (id int PRIMARY KEY, value bigint DEFAULT nextval('numbers'));
