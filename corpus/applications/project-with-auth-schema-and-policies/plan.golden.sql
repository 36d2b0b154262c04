BEGIN;

CREATE SCHEMA private;

CREATE TYPE public.app_role AS ENUM (
  'user',
  'moderator'
);

CREATE TABLE private.secrets (
  name text NOT NULL,
  value text NOT NULL,
  CONSTRAINT secrets_pkey PRIMARY KEY (name)
);

CREATE TABLE public.likes (
  post bigint NOT NULL,
  liker uuid NOT NULL DEFAULT auth.uid(),
  CONSTRAINT likes_pkey PRIMARY KEY (post, liker),
  CONSTRAINT likes_post_fkey FOREIGN KEY (post) REFERENCES public.posts (id) ON DELETE CASCADE,
  CONSTRAINT likes_liker_fkey FOREIGN KEY (liker) REFERENCES public.profiles (id) ON DELETE CASCADE
);

ALTER TABLE public.likes ENABLE ROW LEVEL SECURITY;

-- Who isn't the owner of public.posts sees only the rows that its policies let through.
ALTER TABLE public.posts ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.posts ADD COLUMN published boolean NOT NULL DEFAULT false;

ALTER TABLE public.profiles ADD COLUMN role public.app_role NOT NULL DEFAULT 'user'::public.app_role;

ALTER TABLE public.profiles ADD COLUMN updated_at timestamp with time zone;

ALTER TABLE public.posts ALTER COLUMN author SET DEFAULT auth.uid();

CREATE FUNCTION private.is_moderator()
  RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path TO ''
AS $function$ SELECT EXISTS (SELECT FROM public.profiles WHERE id = auth.uid() AND role = 'moderator') $function$;

CREATE FUNCTION public.handle_new_user()
  RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path TO ''
AS $function$
BEGIN
  INSERT INTO public.profiles (id, username) VALUES (NEW.id, NEW.raw_user_meta_data ->> 'username');
  RETURN NEW;
END $function$;

CREATE VIEW public.post_likes AS
SELECT p.id,
    count(l.liker) AS likes
   FROM (public.posts p
     LEFT JOIN public.likes l ON ((l.post = p.id)))
  GROUP BY p.id;

ALTER TABLE public.posts ADD CONSTRAINT posts_author_fkey_plumb_new FOREIGN KEY (author) REFERENCES public.profiles (id) ON DELETE CASCADE NOT VALID;

ALTER TABLE public.profiles ADD CONSTRAINT profiles_id_fkey_plumb_new FOREIGN KEY (id) REFERENCES auth.users (id) ON DELETE CASCADE NOT VALID;

ALTER TABLE public.profiles ADD CONSTRAINT profiles_username_check CHECK (char_length(username) >= 3) NOT VALID;

CREATE TRIGGER on_auth_user_created AFTER INSERT ON auth.users FOR EACH ROW
  EXECUTE FUNCTION public.handle_new_user();

CREATE POLICY "Like what one sees." ON public.likes
  FOR INSERT
  TO authenticated
  WITH CHECK (((liker = ( SELECT auth.uid() AS uid)) AND (post IN ( SELECT posts.id
   FROM public.posts))));

-- The policy "Published or own." decides which rows of public.posts PUBLIC may SELECT.
CREATE POLICY "Published or own." ON public.posts
  FOR SELECT
  USING ((published OR (author = ( SELECT auth.uid() AS uid)) OR private.is_moderator()));

-- The policy "Write own." decides which rows of public.posts authenticated may read and write.
CREATE POLICY "Write own." ON public.posts
  TO authenticated
  USING ((author = ( SELECT auth.uid() AS uid)));

-- The policy "Own profile." decides which rows of public.profiles authenticated may UPDATE.
ALTER POLICY "Own profile." ON public.profiles
  TO authenticated
  USING ((( SELECT auth.uid() AS uid) = id))
  WITH CHECK ((role = 'user'::public.app_role));

-- The policy "Profiles are public." decides which rows of public.profiles anon, authenticated may SELECT.
ALTER POLICY "Profiles are public." ON public.profiles
  TO anon, authenticated;

CREATE PUBLICATION realtime
  FOR TABLE public.likes,
    public.posts;

COMMENT ON TABLE public.profiles IS 'Whom others see';

REVOKE EXECUTE ON FUNCTION public.handle_new_user() FROM PUBLIC;

REVOKE EXECUTE ON FUNCTION public.handle_new_user() FROM anon;

REVOKE EXECUTE ON FUNCTION public.handle_new_user() FROM authenticated;

REVOKE ALL ON TABLE public.post_likes FROM anon;

COMMIT;

-- Reads all of public.posts while others go on reading and writing it.
-- Fails if rows of public.posts refer to nothing by posts_author_fkey. To find them: SELECT * FROM public.posts AS c WHERE c.author IS NOT NULL AND NOT EXISTS (SELECT FROM public.profiles AS p WHERE p.id = c.author)
ALTER TABLE public.posts VALIDATE CONSTRAINT posts_author_fkey_plumb_new;

BEGIN;

ALTER TABLE public.posts DROP CONSTRAINT posts_author_fkey;

ALTER TABLE public.posts RENAME CONSTRAINT posts_author_fkey_plumb_new TO posts_author_fkey;

COMMIT;

-- Reads all of public.profiles while others go on reading and writing it.
-- Fails if rows of public.profiles refer to nothing by profiles_id_fkey. To find them: SELECT * FROM public.profiles AS c WHERE c.id IS NOT NULL AND NOT EXISTS (SELECT FROM auth.users AS p WHERE p.id = c.id)
ALTER TABLE public.profiles VALIDATE CONSTRAINT profiles_id_fkey_plumb_new;

BEGIN;

ALTER TABLE public.profiles DROP CONSTRAINT profiles_id_fkey;

ALTER TABLE public.profiles RENAME CONSTRAINT profiles_id_fkey_plumb_new TO profiles_id_fkey;

COMMIT;

-- Reads all of public.profiles while others go on reading and writing it.
-- Fails if rows of public.profiles break profiles_username_check. To find them: SELECT * FROM public.profiles WHERE NOT (char_length(username) >= 3)
ALTER TABLE public.profiles VALIDATE CONSTRAINT profiles_username_check;

-- down

BEGIN;

ALTER TABLE public.profiles ADD CONSTRAINT profiles_id_fkey_plumb_new FOREIGN KEY (id) REFERENCES auth.users (id) NOT VALID;

-- The policy "Own profile." decides which rows of public.profiles PUBLIC may UPDATE.
DROP POLICY "Own profile." ON public.profiles;

CREATE POLICY "Own profile." ON public.profiles
  FOR UPDATE
  USING ((auth.uid() = id));

-- The policy "Profiles are public." decides which rows of public.profiles PUBLIC may SELECT.
ALTER POLICY "Profiles are public." ON public.profiles
  TO PUBLIC;

COMMIT;

-- Reads all of public.profiles while others go on reading and writing it.
-- Fails if rows of public.profiles refer to nothing by profiles_id_fkey. To find them: SELECT * FROM public.profiles AS c WHERE c.id IS NOT NULL AND NOT EXISTS (SELECT FROM auth.users AS p WHERE p.id = c.id)
ALTER TABLE public.profiles VALIDATE CONSTRAINT profiles_id_fkey_plumb_new;

BEGIN;

ALTER TABLE public.profiles DROP CONSTRAINT profiles_id_fkey;

ALTER TABLE public.profiles RENAME CONSTRAINT profiles_id_fkey_plumb_new TO profiles_id_fkey;

COMMENT ON TABLE public.profiles IS NULL;

-- Subscriptions to the publication realtime fail.
DROP PUBLICATION realtime;

-- The policy "Published or own." decides which rows of public.posts PUBLIC may SELECT.
DROP POLICY "Published or own." ON public.posts;

-- The policy "Write own." decides which rows of public.posts authenticated may read and write.
DROP POLICY "Write own." ON public.posts;

DROP TRIGGER on_auth_user_created ON auth.users;

ALTER TABLE public.profiles DROP CONSTRAINT profiles_username_check;

DROP VIEW public.post_likes;

DROP FUNCTION private.is_moderator();

DROP FUNCTION public.handle_new_user();

ALTER TABLE public.posts ALTER COLUMN author DROP DEFAULT;

-- The column public.posts.published is dropped with all that it holds.
ALTER TABLE public.posts DROP COLUMN published;

-- Whoever may read public.posts sees all of its rows from then on.
ALTER TABLE public.posts DISABLE ROW LEVEL SECURITY;

ALTER TABLE public.posts ADD CONSTRAINT posts_author_fkey_plumb_new FOREIGN KEY (author) REFERENCES public.profiles (id) NOT VALID;

COMMIT;

-- Reads all of public.posts while others go on reading and writing it.
-- Fails if rows of public.posts refer to nothing by posts_author_fkey. To find them: SELECT * FROM public.posts AS c WHERE c.author IS NOT NULL AND NOT EXISTS (SELECT FROM public.profiles AS p WHERE p.id = c.author)
ALTER TABLE public.posts VALIDATE CONSTRAINT posts_author_fkey_plumb_new;

BEGIN;

ALTER TABLE public.posts DROP CONSTRAINT posts_author_fkey;

ALTER TABLE public.posts RENAME CONSTRAINT posts_author_fkey_plumb_new TO posts_author_fkey;

-- The column public.profiles.role is dropped with all that it holds.
ALTER TABLE public.profiles DROP COLUMN role;

-- The column public.profiles.updated_at is dropped with all that it holds.
ALTER TABLE public.profiles DROP COLUMN updated_at;

-- The table private.secrets is dropped with all of its rows.
DROP TABLE private.secrets;

-- The table public.likes is dropped with all of its rows.
DROP TABLE public.likes;

DROP TYPE public.app_role;

DROP SCHEMA private;

COMMIT;
