-- The policy p2 decides which rows of public.docs editor may read and write.
DROP POLICY p2 ON public.docs;

CREATE POLICY p2 ON public.docs
  AS RESTRICTIVE
  TO editor
  USING ((org = 1));

-- The policy p3 decides which rows of public.docs PUBLIC may UPDATE.
DROP POLICY p3 ON public.docs;

CREATE POLICY p3 ON public.docs
  FOR UPDATE
  USING ((org = 1));

COMMENT ON POLICY p1 ON public.docs IS NULL;

-- The policy p1 decides which rows of public.docs PUBLIC may read and write.
DROP POLICY p1 ON public.docs;

CREATE POLICY p1 ON public.docs
  USING ((org = 1));

COMMENT ON POLICY p1 ON public.docs IS 'first';

-- down

ALTER POLICY p2 ON public.docs RENAME TO p2_plumb_old;

-- The policy p2 decides which rows of public.docs editor may read and write.
CREATE POLICY p2 ON public.docs
  TO editor
  USING ((org = 1));

DROP POLICY p2_plumb_old ON public.docs;

-- The policy p3 decides which rows of public.docs PUBLIC may UPDATE.
ALTER POLICY p3 ON public.docs
  WITH CHECK ((org = 1));

COMMENT ON POLICY p1 ON public.docs IS NULL;

-- The policy p1 decides which rows of public.docs PUBLIC may SELECT.
DROP POLICY p1 ON public.docs;

CREATE POLICY p1 ON public.docs
  FOR SELECT
  USING ((org = 1));

COMMENT ON POLICY p1 ON public.docs IS 'first';
