CREATE TABLE t (id int PRIMARY KEY);

CREATE SUBSCRIPTION s CONNECTION 'host=a.example.com dbname=app' PUBLICATION p, q WITH (connect = false, slot_name = NONE, streaming = true, synchronous_commit = 'remote_write');
COMMENT ON SUBSCRIPTION s IS 'more';
