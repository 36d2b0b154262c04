CREATE TABLE bookings (
  id int PRIMARY KEY,
  room int4range,
  during tsrange NOT NULL,
  cancelled boolean DEFAULT false,
  CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (NOT cancelled),
  EXCLUDE USING btree (id WITH =) INCLUDE (cancelled) WITH (fillfactor = 80) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE circles (c circle, EXCLUDE USING gist (c WITH &&) WHERE (c IS NOT NULL));
