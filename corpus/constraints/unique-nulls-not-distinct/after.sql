CREATE TABLE slots (id int PRIMARY KEY, room int, hour int, CONSTRAINT one_slot UNIQUE NULLS NOT DISTINCT (room, hour));
CREATE TABLE pins (code text UNIQUE);
