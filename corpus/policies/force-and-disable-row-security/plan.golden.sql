-- The policies of public.a hold for its owner as well.
ALTER TABLE public.a FORCE ROW LEVEL SECURITY;

-- Whoever may read public.b sees all of its rows from then on.
ALTER TABLE public.b DISABLE ROW LEVEL SECURITY;

-- Who isn't the owner of public.c sees only the rows that its policies let through.
ALTER TABLE public.c ENABLE ROW LEVEL SECURITY;

-- The policy nobody decides which rows of public.c PUBLIC may read and write.
CREATE POLICY nobody ON public.c
  USING (false);

-- down

-- The owner of public.a sees all of its rows from then on.
ALTER TABLE public.a NO FORCE ROW LEVEL SECURITY;

-- Who isn't the owner of public.b sees only the rows that its policies let through.
ALTER TABLE public.b ENABLE ROW LEVEL SECURITY;

-- The policy nobody decides which rows of public.c PUBLIC may read and write.
DROP POLICY nobody ON public.c;

-- Whoever may read public.c sees all of its rows from then on.
ALTER TABLE public.c DISABLE ROW LEVEL SECURITY;
