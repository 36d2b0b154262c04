-- Nobody can read or write public.t while the index of t_k_id_excl is built.
-- Fails if rows of public.t exclude each other by (k WITH =, id WITH =).
ALTER TABLE public.t ADD CONSTRAINT t_k_id_excl EXCLUDE USING btree (k WITH =, id WITH =);

-- down

ALTER TABLE public.t DROP CONSTRAINT t_k_id_excl;
