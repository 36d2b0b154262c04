CREATE TABLE t (id int PRIMARY KEY);
CREATE SUBSCRIPTION from_main CONNECTION 'host=main.example.com dbname=app' PUBLICATION p, "Q" WITH (connect = false, slot_name = NONE, binary = true);
COMMENT ON SUBSCRIPTION from_main IS 'From the main database';
