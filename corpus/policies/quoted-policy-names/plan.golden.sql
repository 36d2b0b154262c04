-- The policy "Users can read own ""Doc""s." decides which rows of public."Doc" PUBLIC may SELECT.
ALTER POLICY "Users can read own ""Doc""s." ON public."Doc"
  TO PUBLIC
  USING ((("Owner" = CURRENT_USER) IS NOT FALSE));

-- The policy "Users can read own docs, too" decides which rows of public."Doc" "Report User" may SELECT.
CREATE POLICY "Users can read own docs, too" ON public."Doc"
  FOR SELECT
  TO "Report User"
  USING (("Owner" ~~ 'it''s\_%'::text));

-- down

-- The policy "Users can read own ""Doc""s." decides which rows of public."Doc" "Report User" may SELECT.
ALTER POLICY "Users can read own ""Doc""s." ON public."Doc"
  TO "Report User"
  USING (("Owner" = CURRENT_USER));

-- The policy "Users can read own docs, too" decides which rows of public."Doc" "Report User" may SELECT.
DROP POLICY "Users can read own docs, too" ON public."Doc";
