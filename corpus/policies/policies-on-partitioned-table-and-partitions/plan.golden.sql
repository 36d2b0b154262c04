-- Who isn't the owner of public.events_old sees only the rows that its policies let through.
ALTER TABLE public.events_old ENABLE ROW LEVEL SECURITY;

-- The policies of public.events_old hold for its owner as well.
ALTER TABLE public.events_old FORCE ROW LEVEL SECURITY;

-- The policy org decides which rows of public.events PUBLIC may read and write.
ALTER POLICY org ON public.events
  USING ((org = 2));

-- The policy org decides which rows of public.events_old PUBLIC may SELECT.
CREATE POLICY org ON public.events_old
  FOR SELECT
  USING ((org = 2));

-- down

-- The policy org decides which rows of public.events PUBLIC may read and write.
ALTER POLICY org ON public.events
  USING ((org = 1));

-- The policy org decides which rows of public.events_old PUBLIC may SELECT.
DROP POLICY org ON public.events_old;

-- Whoever may read public.events_old sees all of its rows from then on.
ALTER TABLE public.events_old DISABLE ROW LEVEL SECURITY;

-- The owner of public.events_old sees all of its rows from then on.
ALTER TABLE public.events_old NO FORCE ROW LEVEL SECURITY;
