CREATE TABLE t (a text DEFAULT 'x'::text, id integer);
ALTER TABLE t ADD PRIMARY KEY (id);
ALTER TABLE t ADD CHECK (a = ANY (ARRAY['x'::text, 'y'::text]));
CREATE INDEX t_a_idx ON public.t USING btree (a);
CREATE VIEW v AS SELECT t.id, t.a FROM t WHERE t.id = ANY (ARRAY[1, 2]);
