CREATE TABLE t (id int PRIMARY KEY);

CREATE SUBSCRIPTION s CONNECTION 'host=a.example.com dbname=app' PUBLICATION p WITH (connect = false, slot_name = NONE, origin = any, disable_on_error = true, run_as_owner = true, password_required = false);
