-- Nobody can read or write public.bookings while the index of bookings_id_cancelled_excl is built.
-- Fails if rows of public.bookings exclude each other by (id WITH =).
ALTER TABLE public.bookings ADD CONSTRAINT bookings_id_cancelled_excl EXCLUDE USING btree (id WITH =) INCLUDE (cancelled) WITH (fillfactor = 80) DEFERRABLE INITIALLY DEFERRED;

-- Nobody can read or write public.bookings while the index of no_overlap is built.
-- Fails if rows of public.bookings exclude each other by (room WITH =, during WITH &&).
ALTER TABLE public.bookings ADD CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&) WHERE ((NOT cancelled));

-- Nobody can read or write public.circles while the index of circles_c_excl is built.
-- Fails if rows of public.circles exclude each other by (c WITH &&).
ALTER TABLE public.circles DROP CONSTRAINT circles_c_excl, ADD CONSTRAINT circles_c_excl EXCLUDE USING gist (c WITH &&) WHERE ((c IS NOT NULL));

-- down

-- Nobody can read or write public.circles while the index of circles_c_excl is built.
-- Fails if rows of public.circles exclude each other by (c WITH &&).
ALTER TABLE public.circles DROP CONSTRAINT circles_c_excl, ADD CONSTRAINT circles_c_excl EXCLUDE USING gist (c WITH &&);

ALTER TABLE public.bookings DROP CONSTRAINT bookings_id_cancelled_excl;

ALTER TABLE public.bookings DROP CONSTRAINT no_overlap;
