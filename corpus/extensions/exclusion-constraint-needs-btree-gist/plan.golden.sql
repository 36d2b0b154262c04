CREATE EXTENSION btree_gist SCHEMA public;

-- Nobody can read or write public.bookings while the index of no_overlap is built.
-- Fails if rows of public.bookings exclude each other by (room WITH =, during WITH &&).
ALTER TABLE public.bookings ADD CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&) WHERE ((room > 0));

-- down

ALTER TABLE public.bookings DROP CONSTRAINT no_overlap;

DROP EXTENSION btree_gist;
