CREATE DOMAIN public.small_pos AS public.pos
  DEFAULT 5
  CONSTRAINT small_pos_check CHECK (((VALUE)::integer < 100));

CREATE DOMAIN public.small_list AS public.small_pos[]
  CONSTRAINT small_list_check CHECK ((cardinality(VALUE) < 4));

ALTER TABLE public.t ADD COLUMN list public.small_list DEFAULT '{1,2}'::public.small_pos[];

-- Every row of public.t is checked against public.small_pos while nobody can read or write the table.
-- The migration fails where public.t.n holds a value that can't be converted to public.small_pos.
ALTER TABLE public.t ALTER COLUMN n TYPE public.small_pos;

-- down

ALTER TABLE public.t ALTER COLUMN n TYPE integer;

-- The column public.t.list is dropped with all that it holds.
ALTER TABLE public.t DROP COLUMN list;

DROP DOMAIN public.small_list;

DROP DOMAIN public.small_pos;
