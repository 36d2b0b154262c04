CREATE SCHEMA "S";
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int PRIMARY KEY);
CREATE TABLE "S"."C" (id int PRIMARY KEY);

CREATE PUBLICATION p FOR TABLE b, "S"."C" WITH (publish = 'insert, delete, truncate', publish_via_partition_root);
