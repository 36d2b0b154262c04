-- The policy only_check decides which rows of public.t PUBLIC may read and write.
ALTER POLICY only_check ON public.t
  USING (true);

-- The policy only_using decides which rows of public.t PUBLIC may read and write.
ALTER POLICY only_using ON public.t
  WITH CHECK ((a > 5));

-- The policy with_check decides which rows of public.t PUBLIC may read and write.
DROP POLICY with_check ON public.t;

CREATE POLICY with_check ON public.t
  USING ((a > 0));

-- down

-- The policy only_check decides which rows of public.t PUBLIC may read and write.
DROP POLICY only_check ON public.t;

CREATE POLICY only_check ON public.t
  WITH CHECK ((a > 0));

-- The policy only_using decides which rows of public.t PUBLIC may read and write.
DROP POLICY only_using ON public.t;

CREATE POLICY only_using ON public.t
  USING ((a > 0));

-- The policy with_check decides which rows of public.t PUBLIC may read and write.
ALTER POLICY with_check ON public.t
  WITH CHECK ((a > 1));
