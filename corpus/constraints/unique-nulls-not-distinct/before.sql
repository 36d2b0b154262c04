CREATE TABLE slots (id int PRIMARY KEY, room int, hour int, CONSTRAINT one_slot UNIQUE (room, hour));
CREATE TABLE pins (code text UNIQUE NULLS NOT DISTINCT);
