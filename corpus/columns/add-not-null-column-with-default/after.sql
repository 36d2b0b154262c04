CREATE TABLE users (
  id int PRIMARY KEY,
  email text NOT NULL,
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  tags text[] NOT NULL DEFAULT '{}'::text[],
  settings jsonb NOT NULL DEFAULT '{"theme": "dark"}'
);
