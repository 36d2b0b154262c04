CREATE TYPE public.status AS ENUM (
  'new',
  'ok',
  'lost'
);

ALTER TABLE public.orders ALTER COLUMN status DROP DEFAULT;

-- public.orders is written anew while nobody can read or write it: public.orders.status changes from public.old_status to public.status.
-- The migration fails where public.orders.status holds a value that can't be converted to public.status.
ALTER TABLE public.orders ALTER COLUMN status TYPE public.status USING status::text::public.status;

DROP TYPE public.old_status;

ALTER TABLE public.orders ALTER COLUMN status SET DEFAULT 'new'::public.status;

-- down

CREATE TYPE public.old_status AS ENUM (
  'new',
  'ok'
);

ALTER TABLE public.orders ALTER COLUMN status DROP DEFAULT;

-- public.orders is written anew while nobody can read or write it: public.orders.status changes from public.status to public.old_status.
-- The migration fails where public.orders.status holds a value that can't be converted to public.old_status.
ALTER TABLE public.orders ALTER COLUMN status TYPE public.old_status USING status::text::public.old_status;

DROP TYPE public.status;

ALTER TABLE public.orders ALTER COLUMN status SET DEFAULT 'new'::public.old_status;
