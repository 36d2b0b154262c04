-- Who isn't the owner of public.notes sees only the rows that its policies let through.
ALTER TABLE public.notes ENABLE ROW LEVEL SECURITY;

-- The policy insert_own decides which rows of public.notes authenticated may INSERT.
CREATE POLICY insert_own ON public.notes
  FOR INSERT
  TO authenticated
  WITH CHECK ((owner = CURRENT_USER));

-- The policy read_own decides which rows of public.notes authenticated may SELECT.
CREATE POLICY read_own ON public.notes
  FOR SELECT
  TO authenticated
  USING ((owner = CURRENT_USER));

COMMENT ON POLICY read_own ON public.notes IS 'One sees one''s own notes';

GRANT INSERT ON TABLE public.notes TO authenticated;

-- down

-- The policy insert_own decides which rows of public.notes authenticated may INSERT.
DROP POLICY insert_own ON public.notes;

-- The policy read_own decides which rows of public.notes authenticated may SELECT.
DROP POLICY read_own ON public.notes;

-- Whoever may read public.notes sees all of its rows from then on.
ALTER TABLE public.notes DISABLE ROW LEVEL SECURITY;

-- authenticated loses INSERT on TABLE public.notes.
REVOKE INSERT ON TABLE public.notes FROM authenticated;
