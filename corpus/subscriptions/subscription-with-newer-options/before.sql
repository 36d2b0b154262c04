CREATE TABLE t (id int PRIMARY KEY);

CREATE SUBSCRIPTION s CONNECTION 'host=a.example.com dbname=app' PUBLICATION p WITH (connect = false, slot_name = NONE, origin = none);
