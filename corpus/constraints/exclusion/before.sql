CREATE TABLE bookings (id int PRIMARY KEY, room int4range, during tsrange NOT NULL, cancelled boolean DEFAULT false);
CREATE TABLE circles (c circle, EXCLUDE USING gist (c WITH &&));
