CREATE TABLE t (e uuid, b text, f interval DEFAULT '1 day', d numeric);
