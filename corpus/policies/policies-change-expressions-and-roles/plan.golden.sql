-- The policy change decides which rows of public.docs editor may UPDATE.
ALTER POLICY change ON public.docs
  WITH CHECK (((owner = CURRENT_USER) AND (NOT public)));

-- The policy remove decides which rows of public.docs PUBLIC may DELETE.
ALTER POLICY remove ON public.docs
  TO PUBLIC
  USING ((owner = SESSION_USER));

-- The policy see decides which rows of public.docs anon, authenticated may SELECT.
ALTER POLICY see ON public.docs
  TO anon, authenticated
  USING ((public OR (owner = CURRENT_USER)));

-- down

-- The policy change decides which rows of public.docs editor may UPDATE.
ALTER POLICY change ON public.docs
  WITH CHECK ((owner = CURRENT_USER));

-- The policy remove decides which rows of public.docs editor, app_owner may DELETE.
ALTER POLICY remove ON public.docs
  TO editor, app_owner
  USING (true);

-- The policy see decides which rows of public.docs PUBLIC may SELECT.
ALTER POLICY see ON public.docs
  TO PUBLIC
  USING (public);
