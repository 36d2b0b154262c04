ALTER TABLE public.items ALTER COLUMN label DROP EXPRESSION;

-- public.items is written anew while nobody can read or write it: total is worked out again.
ALTER TABLE public.items ALTER COLUMN total SET EXPRESSION AS ((price * (quantity)::numeric) * 1.19);

COMMENT ON COLUMN public.items.total IS 'with tax';

-- down

-- public.items is written anew while nobody can read or write it: total is worked out again.
ALTER TABLE public.items ALTER COLUMN total SET EXPRESSION AS (price * (quantity)::numeric);

COMMENT ON COLUMN public.items.total IS 'without tax';

-- The column public.items.label is dropped with all that it holds.
ALTER TABLE public.items DROP COLUMN label;

-- public.items is written anew while nobody can read or write it: each row gets its own value of label.
ALTER TABLE public.items ADD COLUMN label text GENERATED ALWAYS AS ('no. '::text || (id)::text) STORED;
