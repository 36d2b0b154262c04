CREATE TABLE numbers (id int PRIMARY KEY, label text);
CREATE TABLE counters (id int PRIMARY KEY, value bigint);
CREATE INDEX counters_value ON counters (value);
