-- Whatever still says public.base.n fails from here on: it is called public.base.amount.
ALTER TABLE public.base RENAME COLUMN n TO amount;

ALTER TABLE public.base RENAME CONSTRAINT base_n_check TO base_amount_check;

-- down

ALTER TABLE public.base RENAME CONSTRAINT base_amount_check TO base_n_check;

-- Whatever still says public.base.amount fails from here on: it is called public.base.n.
ALTER TABLE public.base RENAME COLUMN amount TO n;
