CREATE SCHEMA ids;
CREATE SEQUENCE ids.global_id;
CREATE TABLE a (id bigint PRIMARY KEY DEFAULT nextval('ids.global_id'));
CREATE TABLE b (id bigint PRIMARY KEY);
