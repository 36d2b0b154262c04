CREATE SCHEMA ids;
CREATE SEQUENCE ids.global_id;
CREATE SEQUENCE ids.b_id AS smallint;
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE b (id bigint PRIMARY KEY DEFAULT nextval('ids.b_id'), ref bigint DEFAULT nextval('ids.global_id'));
ALTER SEQUENCE ids.b_id OWNED BY NONE;
