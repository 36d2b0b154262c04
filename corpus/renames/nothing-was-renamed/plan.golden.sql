CREATE TABLE public.articles (
  id integer NOT NULL,
  body text,
  CONSTRAINT articles_pkey PRIMARY KEY (id)
);

ALTER TABLE public.users ADD COLUMN alias text;

ALTER TABLE public.users ADD COLUMN title text;

-- The column public.users.name is dropped with all that it holds.
ALTER TABLE public.users DROP COLUMN name;

-- The column public.users.nick is dropped with all that it holds.
ALTER TABLE public.users DROP COLUMN nick;

-- The table public.posts is dropped with all of its rows.
DROP TABLE public.posts;

-- down

CREATE TABLE public.posts (
  id integer NOT NULL,
  body text,
  CONSTRAINT posts_pkey PRIMARY KEY (id)
);

ALTER TABLE public.users ADD COLUMN name text;

ALTER TABLE public.users ADD COLUMN nick text;

-- The column public.users.alias is dropped with all that it holds.
ALTER TABLE public.users DROP COLUMN alias;

-- The column public.users.title is dropped with all that it holds.
ALTER TABLE public.users DROP COLUMN title;

-- The table public.articles is dropped with all of its rows.
DROP TABLE public.articles;
